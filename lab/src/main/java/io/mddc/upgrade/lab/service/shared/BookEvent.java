package io.mddc.upgrade.lab.service.shared;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** A line of the journal; the books are what all lines together say. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BookEvent.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = BookEvent.Taken.class, name = "taken"),
    @JsonSubTypes.Type(value = BookEvent.Judged.class, name = "judged"),
    @JsonSubTypes.Type(value = BookEvent.Appeared.class, name = "appeared"),
    @JsonSubTypes.Type(value = BookEvent.Switched.class, name = "switched"),
    @JsonSubTypes.Type(value = BookEvent.Counted.class, name = "counted")
})
sealed interface BookEvent {
    record Accepted(Task task, Instant at) implements BookEvent {}

    record Taken(String dataId, FileRecord.Taken by) implements BookEvent {}

    record Judged(String dataId, FileRecord.Verdict verdict) implements BookEvent {}

    record Appeared(String core, CoreRecord.LifeSign sign) implements BookEvent {}

    record Switched(WorkSwitch work) implements BookEvent {}

    record Counted(ActiveCount count) implements BookEvent {}
}
