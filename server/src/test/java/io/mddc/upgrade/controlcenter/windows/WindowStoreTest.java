package io.mddc.upgrade.controlcenter.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.controlcenter.store.OnBothDatabases;
import io.mddc.upgrade.window.Blackout;
import io.mddc.upgrade.window.MaintenanceWindow;
import io.mddc.upgrade.window.Recurrence;
import io.mddc.upgrade.window.WindowCalendar;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ClassTemplate
@ExtendWith(OnBothDatabases.class)
class WindowStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
    private static final MaintenanceWindow NIGHT =
            window("night", new Recurrence.Weekly(List.of(DayOfWeek.SATURDAY), LocalTime.of(22, 0)));
    private static final MaintenanceWindow ONCE =
            window("once", new Recurrence.Once(LocalDateTime.parse("2026-11-22T22:00")));

    private static MaintenanceWindow window(String name, Recurrence recurrence) {
        return new MaintenanceWindow(name, ZoneId.of("Europe/Berlin"), recurrence, Duration.ofHours(6));
    }

    @Test
    void aWindowIsReadBackWhole(Jdbi jdbi) {
        var windows = jdbi.onDemand(WindowDao.class);

        long first = windows.insert(NIGHT);
        long second = windows.insert(ONCE);

        assertThat(windows.find(first)).contains(new StoredWindow(first, NIGHT, 1));
        assertThat(windows.list(first, 9)).containsExactly(new StoredWindow(second, ONCE, 1));
        assertThat(windows.list(0, 1)).hasSize(1);
        assertThat(windows.find(second + 1)).isEmpty();
    }

    @Test
    void ofTwoChangesToTheSameOneIsMade(Jdbi jdbi) {
        var windows = jdbi.onDemand(WindowDao.class);
        long id = windows.insert(NIGHT);

        assertThat(windows.update(id, 1, ONCE)).isEqualTo(1);
        assertThat(windows.update(id, 1, NIGHT)).isZero();

        assertThat(windows.find(id)).contains(new StoredWindow(id, ONCE, 2));
        assertThat(windows.delete(id)).isEqualTo(1);
        assertThat(windows.delete(id)).isZero();
    }

    @Test
    void theCalendarHasAllWindowsAndBlackouts(Jdbi jdbi) {
        var blackouts = jdbi.onDemand(BlackoutDao.class);
        jdbi.onDemand(WindowDao.class).insert(NIGHT);
        var later = new Blackout(NOON.plusSeconds(60), NOON.plusSeconds(61), "later");
        var now = new Blackout(NOON, NOON.plusSeconds(1), "now");
        long gone = blackouts.insert(NOON, NOON.plusSeconds(5), "gone");
        for (var blackout : List.of(later, now)) {
            blackouts.insert(blackout.from(), blackout.to(), blackout.reason());
        }
        blackouts.delete(gone);

        assertThat(blackouts.list(gone, 1)).extracting(StoredBlackout::blackout).containsExactly(later);
        assertThat(new Windows(jdbi, Clock.systemUTC()).calendar())
                .isEqualTo(new WindowCalendar(List.of(NIGHT), List.of(now, later)));
    }
}
