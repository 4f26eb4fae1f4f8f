package io.mddc.upgrade.worker.installer;

import io.mddc.upgrade.worker.control.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Windows Installer has installed, by the registry: each product has a key that is named by its product code, in the part
 * for 64-bit or in that for 32-bit programs. Keys of other installers are named otherwise.
 */
final class UninstallKeys {
    static final List<String> PLACES = List.of(
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall",
            "HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall");
    private static final Pattern KEY = Pattern.compile("HKEY_LOCAL_MACHINE\\\\.*\\\\([^\\\\]+)");
    private static final Pattern CODE = Pattern.compile("\\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}}");
    private static final Pattern VALUE =
            Pattern.compile("\\s{4}(DisplayName|DisplayVersion|WindowsInstaller)\\s+REG_(?:SZ|DWORD)\\s{4}(.*)");

    private UninstallKeys() {}

    /**
     * @param code what Windows Installer removes it by
     */
    record Product(String code, String name, String version) {}

    static List<String> query(String place) {
        return List.of("reg.exe", "query", place, "/s");
    }

    /** A part that is not there has none: a host without 32-bit programs lacks theirs. */
    static List<Product> of(Command.Result answer) {
        var products = new ArrayList<Product>();
        if (answer.succeeded()) {
            var key = new Key("");
            for (var line : answer.output().lines().toList()) {
                var next = KEY.matcher(line);
                if (next.matches()) {
                    key.product().ifPresent(products::add);
                    key = new Key(next.group(1));
                } else {
                    key.read(line);
                }
            }
            key.product().ifPresent(products::add);
        }
        return products;
    }

    /** One that is being read. */
    private static final class Key {
        private final String code;
        private String name = "";
        private String version = "";
        private boolean isWindowsInstallers;

        Key(String code) {
            this.code = code;
        }

        void read(String line) {
            var value = VALUE.matcher(line);
            if (!value.matches()) {
                return;
            }
            var text = value.group(2).strip();
            switch (value.group(1)) {
                case "DisplayName" -> name = text;
                case "DisplayVersion" -> version = text;
                default -> isWindowsInstallers = text.equals("0x1");
            }
        }

        Optional<Product> product() {
            boolean isWhole = isWindowsInstallers && CODE.matcher(code).matches() && !name.isEmpty();
            return isWhole ? Optional.of(new Product(code, name, version)) : Optional.empty();
        }
    }
}
