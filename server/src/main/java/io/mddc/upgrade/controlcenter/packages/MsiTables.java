package io.mddc.upgrade.controlcenter.packages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;

/**
 * The tables of a Windows Installer database. Texts lie once in a pool and are referred to by number; a table lies column by
 * column; stream names are packed, two letters in one character. Numbers are little-endian.
 */
final class MsiTables {
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._";
    private static final char TWO_LETTERS = 0x3800;
    private static final char ONE_LETTER = 0x4800;
    private static final char TABLE = 0x4840;
    private static final int LARGEST_TABLE = 64 << 20;
    private static final int UTF_8_PAGE = 65001;
    private static final int WIDE_REFERENCES = 0x8000;

    private final DirectoryNode root;

    MsiTables(DirectoryNode root) {
        this.root = root;
    }

    Map<String, String> properties() throws IOException {
        var pool = stream("!_StringPool");
        int page = Short.toUnsignedInt(pool.getShort());
        int width = (pool.getShort() & WIDE_REFERENCES) == 0 ? Short.BYTES : Short.BYTES + 1;
        var texts = texts(pool, stream("!_StringData"), page == UTF_8_PAGE ? UTF_8 : Charset.forName("windows-1252"));
        var table = stream("!Property");
        int rows = table.remaining() / (2 * width);
        var properties = new HashMap<String, String>();
        for (int row = 0; row < rows; row++) {
            properties.put(
                    texts.get(reference(table, row * width, width)),
                    texts.get(reference(table, (rows + row) * width, width)));
        }
        return properties;
    }

    /** A pool entry is a length and a count; a length of 0 with a count says that the length is in the next four bytes. */
    private static List<String> texts(ByteBuffer pool, ByteBuffer data, Charset charset) {
        var texts = new ArrayList<String>(List.of(""));
        while (pool.remaining() >= Integer.BYTES) {
            int length = Short.toUnsignedInt(pool.getShort());
            int count = Short.toUnsignedInt(pool.getShort());
            if (length == 0 && count != 0) {
                length = pool.getInt();
            }
            var text = new byte[length];
            data.get(text);
            texts.add(new String(text, charset));
        }
        return texts;
    }

    private static int reference(ByteBuffer table, int offset, int width) {
        int low = Short.toUnsignedInt(table.getShort(offset));
        return width == Short.BYTES ? low : low | Byte.toUnsignedInt(table.get(offset + Short.BYTES)) << 16;
    }

    private ByteBuffer stream(String name) throws IOException {
        for (Entry entry : root) {
            if (entry instanceof DocumentEntry found
                    && unpacked(found.getName()).equals(name)) {
                if (found.getSize() > LARGEST_TABLE) {
                    throw new PackageRefused("The package's table " + name + " is larger than any is.");
                }
                try (var in = new DocumentInputStream(found)) {
                    return ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
                }
            }
        }
        throw new PackageRefused("This is no Windows Installer package: it has no table " + name.substring(1) + ".");
    }

    private static String unpacked(String packed) {
        var name = new StringBuilder();
        for (int i = 0; i < packed.length(); i++) {
            char c = packed.charAt(i);
            if (c >= TWO_LETTERS && c < ONE_LETTER) {
                name.append(letter(c - TWO_LETTERS)).append(letter((c - TWO_LETTERS) >> 6));
            } else if (c >= ONE_LETTER && c < TABLE) {
                name.append(letter(c - ONE_LETTER));
            } else {
                name.append(c == TABLE ? '!' : c);
            }
        }
        return name.toString();
    }

    private static char letter(int number) {
        return LETTERS.charAt(number & 0x3f);
    }
}
