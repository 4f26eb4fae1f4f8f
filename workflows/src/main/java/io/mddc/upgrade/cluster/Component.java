package io.mddc.upgrade.cluster;

/**
 * The six kinds of service an MDDC cluster consists of. Level and method are the vendor's table "System Upgrade"; plan, page
 * and documents take them from here.
 */
public enum Component {
    CORE("MetaDefender Core", ImpactLevel.NONE, UpgradeMethod.DEFERRAL),
    WORKER("Worker", ImpactLevel.PARTIAL, UpgradeMethod.INSTALLER),
    API_GATEWAY("API Gateway", ImpactLevel.PARTIAL, UpgradeMethod.DEFERRAL),
    CONTROL_CENTER("Control Center", ImpactLevel.PARTIAL, UpgradeMethod.INSTALLER),
    IDENTITY_SERVICE("Identity Service", ImpactLevel.PARTIAL, UpgradeMethod.INSTALLER),
    FILE_STORAGE("File Storage", ImpactLevel.SYSTEM_DOWN, UpgradeMethod.INSTALLER);

    private final String title;
    private final ImpactLevel impact;
    private final UpgradeMethod method;

    Component(String title, ImpactLevel impact, UpgradeMethod method) {
        this.title = title;
        this.impact = impact;
        this.method = method;
    }

    /** The name people know it by. */
    public String title() {
        return title;
    }

    public ImpactLevel impact() {
        return impact;
    }

    public UpgradeMethod method() {
        return method;
    }
}
