package io.mddc.upgrade.worker.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.worker.control.Command;
import io.mddc.upgrade.worker.installer.UninstallKeys.Product;
import io.mddc.upgrade.worker.installer.WindowsInstaller.Uninstall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the machine is not Windows, argument lists and what is made of answers are all that can be seen. */
class WindowsInstallerTest {
    private static final String CODE = "{6582100A-C3AD-4294-82A1-940248C2C581}";
    private static final Path FILE = Path.of("/data/packages/aa.msi");
    private static final String PLACE = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\";
    private static final String KEY = """

            %s%s
                DisplayName    REG_SZ    MetaDefender Core
                DisplayVersion    REG_SZ    5.17.0
                InstallDate    REG_SZ    20261123
                WindowsInstaller    REG_DWORD    0x1
            """.formatted(PLACE, CODE);

    private final PackageFile target = new PackageFile(
            new Sha256("a".repeat(64)),
            1,
            Component.CORE,
            "MetaDefender Core",
            new Version("5.17.0"),
            "x64",
            PackageFormat.MSI);

    @TempDir
    private Path folder;

    private WindowsInstaller installer;

    @BeforeEach
    void makeInstaller() {
        installer = new WindowsInstaller(Uninstall.FOR_WAY_BACK, new Scripts(folder));
    }

    @Test
    void runsItsScriptWithoutAnyQuotesOfItsOwn() {
        var script = folder.resolve("windows.cmd").toString();

        assertThat(installer.install(target, FILE))
                .containsExactly("cmd.exe", "/d", "/c", "call", script, "install", FILE + ".log", FILE.toString());
        assertThat(installer.back(FILE, List.of(new Product(CODE, "MetaDefender Core", "5.17.0"))))
                .containsExactly("cmd.exe", "/d", "/c", "call", script, "back", FILE + ".log", FILE.toString(), CODE);
        assertThat(installer.repair()).containsExactly("cmd.exe", "/d", "/c", "call", script, "repair");
        assertThat(installer.byHand(target, FILE)).isEqualTo("msiexec.exe /i \"" + FILE + "\" /qn");
    }

    @Test
    void itsScriptHasTheLineEndsThatTheCommandInterpreterFindsLabelsBy() throws IOException {
        var text = Files.readString(folder.resolve("windows.cmd"));

        assertThat(text.split("\r\n", -1)).hasSizeGreaterThan(20).noneMatch(line -> line.contains("\n"));
        assertThat(text).contains("msiexec.exe %~1 \"%~2\" /qn /norestart /l*v \"%~3\"\r\n");
    }

    @Test
    void asksTheRegistry() {
        assertThat(UninstallKeys.PLACES.stream().map(UninstallKeys::query))
                .containsExactly(
                        List.of(
                                "reg.exe",
                                "query",
                                "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall",
                                "/s"),
                        List.of(
                                "reg.exe",
                                "query",
                                "HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall",
                                "/s"));
        assertThat(WindowsInstaller.serviceStart())
                .containsExactly(
                        "reg.exe", "query", "HKLM\\SYSTEM\\CurrentControlSet\\Services\\msiserver", "/v", "Start");
        assertThat(WindowsInstaller.inProgress())
                .containsExactly(
                        "reg.exe",
                        "query",
                        "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\InProgress",
                        "/ve");
    }

    @Test
    void readsWhatWindowsInstallerHasInstalled() {
        var others = """

                %s7-Zip
                    DisplayName    REG_SZ    MetaDefender Core
                    DisplayVersion    REG_SZ    9.0
                """.formatted(PLACE);

        assertThat(products(others + KEY.replace("\n", "\r\n") + others))
                .containsExactly(new Product(CODE, "MetaDefender Core", "5.17.0"));
        assertThat(products(KEY + KEY)).hasSize(2);
        assertThat(WindowsInstaller.version(products(KEY))).contains(new Version("5.17.0"));
        assertThat(WindowsInstaller.version(products(KEY + KEY))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DisplayName", "WindowsInstaller", CODE, "0x1"})
    void aKeyThatLacksAnythingIsNoProduct(String lacking) {
        assertThat(products(KEY.replace(lacking, "x"))).isEmpty();
    }

    @Test
    void badAnswersOfTheRegistryAreNothingInstalled() {
        assertThat(WindowsInstaller.version(products(KEY.replace("DisplayVersion", "x"))))
                .isEmpty();
        assertThat(products("")).isEmpty();
        assertThat(products("ERROR: The system was unable to find the specified registry key or value."))
                .isEmpty();
        assertThat(UninstallKeys.of(new Command.Result(1, KEY))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0    | GOOD              | did it
                    3010 | GOOD_AFTER_REBOOT | did it and needs a reboot
                    194  | GOOD_AFTER_REBOOT | did it and needs a reboot (Windows Installer 3010)
                    1641 | GOOD_AFTER_REBOOT | has begun a reboot by itself
                    1601 | FAILED            | did not reach the Windows Installer service
                    1602 | FAILED            | was cancelled
                    1603 | FAILED            | failed and took back what it had done
                    67   | FAILED            | failed and took back what it had done (Windows Installer 1603)
                    1605 | FAILED            | not installed
                    1612 | FAILED            | did not find the files
                    1618 | FAILED            | another installation runs
                    1619 | FAILED            | could not open the file
                    1620 | FAILED            | no Windows Installer package
                    1625 | FAILED            | forbidden by this host's policy
                    1633 | FAILED            | not for this machine's processor
                    1638 | FAILED            | another version of the same product
                    4711 | FAILED            | ended with 4711
                    124  | FAILED            | ended with 124
                    """)
    void saysWhatAnExitStatusMeans(int status, InstallerEnd.Kind kind, String sentence) {
        var end = installer.endedWith(status);

        assertThat(end.kind()).isEqualTo(kind);
        assertThat(end.sentence()).contains(sentence);
        assertThat(end.needsReboot().isPresent()).isEqualTo(kind == InstallerEnd.Kind.GOOD_AFTER_REBOOT);
    }

    @Test
    void noTwoExitStatusesLookTheSameToAShell() {
        var sentences =
                Arrays.stream(MsiStatus.values()).map(MsiStatus::seenByShell).toList();

        assertThat(sentences)
                .doesNotHaveDuplicates()
                .doesNotContain(DeadMansSwitch.WENT_BACK, DeadMansSwitch.LOST, 124, 137);
    }

    @Test
    void namesWhoInstalls() {
        var key =
                "\nHKEY_LOCAL_MACHINE\\SOFTWARE\\…\\InProgress\n    (Default)    REG_SZ    C:\\Windows\\Installer\\1a2b.ipi\n";

        assertThat(WindowsInstaller.holder(new Command.Result(0, key)))
                .contains("another installation runs on this host: C:\\Windows\\Installer\\1a2b.ipi");
        assertThat(WindowsInstaller.holder(new Command.Result(0, "?")))
                .contains("another installation runs on this host");
        assertThat(WindowsInstaller.holder(new Command.Result(1, ""))).isEmpty();
    }

    @Test
    void seesThatItsServiceIsDisabled() {
        assertThat(WindowsInstaller.isDisabled(new Command.Result(0, "    Start    REG_DWORD    0x4")))
                .isTrue();
        assertThat(WindowsInstaller.isDisabled(new Command.Result(0, "    Start    REG_DWORD    0x3")))
                .isFalse();
    }

    @Test
    void removesNothingUnlessItMay() {
        var never = new WindowsInstaller(Uninstall.NEVER, new Scripts(folder));

        assertThat(installer.noWayBack()).isEmpty();
        assertThat(never.noWayBack()).hasValueSatisfying(why -> assertThat(why).contains("installer.uninstall"));
        assertThatThrownBy(() -> never.putBack(target, FILE, folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("installer.uninstall is NEVER");
    }

    private static List<Product> products(String output) {
        return UninstallKeys.of(new Command.Result(0, output));
    }
}
