package io.mddc.upgrade.cluster;

/**
 * The six kinds of service an MDDC cluster consists of. Level and method are the vendor's table "System Upgrade"; plan, page
 * and documents take them from here.
 */
public enum Component {
    CORE("MetaDefender Core", ImpactLevel.NONE, UpgradeMethod.DEFERRAL, "file"),
    WORKER("Worker", ImpactLevel.PARTIAL, UpgradeMethod.INSTALLER, "install"),
    API_GATEWAY("API Gateway", ImpactLevel.PARTIAL, UpgradeMethod.DEFERRAL, "request"),
    CONTROL_CENTER("Control Center", ImpactLevel.PARTIAL, UpgradeMethod.INSTALLER, "task"),
    IDENTITY_SERVICE("Identity Service", ImpactLevel.PARTIAL, UpgradeMethod.INSTALLER, "task"),
    FILE_STORAGE("File Storage", ImpactLevel.SYSTEM_DOWN, UpgradeMethod.INSTALLER, "task");

    private final String title;
    private final ImpactLevel impact;
    private final UpgradeMethod method;
    private final String piece;

    Component(String title, ImpactLevel impact, UpgradeMethod method, String piece) {
        this.title = title;
        this.impact = impact;
        this.method = method;
        this.piece = piece;
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

    /** One piece of the work that it must have finished before it may be touched. */
    public String piece() {
        return piece;
    }
}
