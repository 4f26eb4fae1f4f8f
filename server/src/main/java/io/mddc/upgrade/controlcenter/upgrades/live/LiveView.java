package io.mddc.upgrade.controlcenter.upgrades.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.run.FileInWork;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.WorkInProgress;
import java.util.Optional;

/**
 * What is being done to an instance just now, as its host said last.
 *
 * @param filesLeft of an instance that drains
 * @param oldest of those files, when the component names them
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LiveView(
        InstanceId instance,
        Optional<Step> step,
        Optional<Integer> filesLeft,
        Optional<FileInWork> oldest,
        String sentence) {
    static LiveView draining(InstanceId instance, Optional<Step> step, WorkInProgress left) {
        return new LiveView(
                instance,
                step,
                Optional.of(left.count()),
                left.oldest().stream().findFirst(),
                left.sentence());
    }

    static LiveView saying(InstanceId instance, Optional<Step> step, String sentence) {
        return new LiveView(instance, step, Optional.empty(), Optional.empty(), sentence);
    }
}
