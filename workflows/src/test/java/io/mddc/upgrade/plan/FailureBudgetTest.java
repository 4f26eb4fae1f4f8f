package io.mddc.upgrade.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mddc.upgrade.json.UpgradeJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureBudgetTest {
    @ParameterizedTest
    @CsvSource({"1, 3, 1", "7, 3, 7", "10%, 5, 1", "10%, 40, 4", "10%, 49, 4", "100%, 3, 3"})
    void isACountOrAShareRoundedDownToAtLeastOne(String budget, int units, int failures) {
        assertThat(new FailureBudget(budget).of(units)).isEqualTo(failures);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0%", "101%", "many", "", "1.5", "10000"})
    void refusesWhatIsNeither(String budget) {
        assertThatThrownBy(() -> new FailureBudget(budget)).hasMessageContaining("'" + budget + "'");
    }

    @Test
    void isReadFromANumberAndFromAText() throws JsonProcessingException {
        var json = UpgradeJson.mapper();
        assertThat(json.readValue("2", FailureBudget.class)).isEqualTo(new FailureBudget("2"));
        assertThat(json.readValue("\"10%\"", FailureBudget.class)).isEqualTo(new FailureBudget("10%"));
        assertThat(json.writeValueAsString(new FailureBudget("2"))).isEqualTo("\"2\"");
    }
}
