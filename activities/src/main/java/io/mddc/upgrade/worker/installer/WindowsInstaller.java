package io.mddc.upgrade.worker.installer;

import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.worker.control.Command;
import io.mddc.upgrade.worker.installer.UninstallKeys.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code msiexec.exe}, on the machine's registry. Truths about it: it has no dry run; it does one installation at a time on the
 * whole host; what it began it takes back by itself when that fails; a newer product refuses an older one, so the way back first
 * removes it, which may remove its data with it.
 */
public final class WindowsInstaller implements Installer {
    private static final Duration QUERY = Duration.ofSeconds(20);
    private static final String IN_PROGRESS =
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\InProgress";
    private static final String SERVICE = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\msiserver";
    private static final Pattern TEXT = Pattern.compile("REG_SZ\\s{4}(.*)");
    private static final Pattern DISABLED = Pattern.compile("Start\\s+REG_DWORD\\s+0x4\\b");

    /** Whether a product may be removed. */
    public enum Uninstall {
        /** So there is no way back by itself. */
        NEVER,
        /** To put the former one back. */
        FOR_WAY_BACK
    }

    private final Uninstall uninstall;
    private final Scripts scripts;
    private final Path script;

    public WindowsInstaller(Uninstall uninstall, Scripts scripts) {
        this.uninstall = uninstall;
        this.scripts = scripts;
        this.script = scripts.windows();
    }

    @Override
    public PackageFormat format() {
        return PackageFormat.MSI;
    }

    /** The package's properties were read by the control center, from the bytes that have the same digest here. */
    @Override
    public String dryRun(Path file) {
        var start = new Command(serviceStart(), QUERY).run();
        if (!start.succeeded() || isDisabled(start)) {
            throw new DryRunRefused(file, "the Windows Installer service of this host is disabled or not there");
        }
        return "Windows Installer has no dry run; its service may start";
    }

    @Override
    public Optional<String> heldBy() {
        return holder(new Command(inProgress(), QUERY).run());
    }

    @Override
    public List<String> install(PackageFile target, Path file) {
        return script("install", file, List.of());
    }

    /** Removes what is there now under the former's name, whichever product code that has. */
    @Override
    public List<String> putBack(PackageFile former, Path file, Path kept) {
        if (uninstall == Uninstall.NEVER) {
            throw new IllegalStateException("installer.uninstall is NEVER, and " + former.fileName() + " is put back");
        }
        return scripts.afterPuttingBack(kept, back(file, installedProducts(former.name())));
    }

    List<String> back(Path file, List<Product> present) {
        return script("back", file, present.stream().map(Product::code).toList());
    }

    @Override
    public Optional<String> noWayBack() {
        return uninstall == Uninstall.NEVER
                ? Optional.of("installer.uninstall of this host is NEVER, and an older .msi is refused by a newer one")
                : Optional.empty();
    }

    @Override
    public String byHand(PackageFile target, Path file) {
        return format().byHand(file.toString());
    }

    @Override
    public InstallerEnd endedWith(int exitStatus) {
        return MsiStatus.endOf(exitStatus);
    }

    @Override
    public List<String> repair() {
        return call("repair");
    }

    /** Two products of the name at once are what an upgrade between two product codes leaves in the middle: neither counts. */
    @Override
    public Optional<Version> installed(String packageName) {
        return version(installedProducts(packageName));
    }

    static Optional<Version> version(List<Product> present) {
        return present.size() == 1 && !present.get(0).version().isEmpty()
                ? Optional.of(new Version(present.get(0).version()))
                : Optional.empty();
    }

    static List<String> serviceStart() {
        return List.of("reg.exe", "query", SERVICE, "/v", "Start");
    }

    static boolean isDisabled(Command.Result answer) {
        return DISABLED.matcher(answer.output()).find();
    }

    static List<String> inProgress() {
        return List.of("reg.exe", "query", IN_PROGRESS, "/ve");
    }

    /** The key is there while somebody installs, and names that one's notes. */
    static Optional<String> holder(Command.Result answer) {
        if (!answer.succeeded()) {
            return Optional.empty();
        }
        var notes = TEXT.matcher(answer.output());
        return Optional.of("another installation runs on this host" + (notes.find() ? ": " + notes.group(1) : ""));
    }

    private static List<Product> installedProducts(String name) {
        return UninstallKeys.PLACES.stream()
                .map(place -> new Command(UninstallKeys.query(place), QUERY).run())
                .flatMap(answer -> UninstallKeys.of(answer).stream())
                .filter(product -> product.name().equals(name))
                .toList();
    }

    private List<String> script(String verb, Path file, List<String> codes) {
        var arguments = new ArrayList<>(call(verb));
        arguments.add(file + ".log");
        arguments.add(file.toString());
        arguments.addAll(codes);
        return List.copyOf(arguments);
    }

    /** A first word in quotes would have the command interpreter drop the first and the last quote of the line. */
    private List<String> call(String verb) {
        return List.of("cmd.exe", "/d", "/c", "call", script.toString(), verb);
    }
}
