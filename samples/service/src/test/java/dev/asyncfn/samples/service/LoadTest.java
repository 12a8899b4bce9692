package dev.asyncfn.samples.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadTest {
    private static final int ORDERS = 300;

    @Test
    void eachOrderIsPaidOnceAndNothingIsLeft() {
        try (DemoProvider provider = DemoProvider.start()) {
            Service service = Service.start(TestSettings.with(provider));
            LoadReport report = Load.run(service, ORDERS);
            int charged = provider.charged();

            assertThat(service.stop()).isTrue();

            assertThat(report.leaksNothing()).as(report.toString()).isTrue();
            assertThat(report.cutOff()).isEqualTo(ORDERS / 10);
            assertThat(report.requests()).isEqualTo(ORDERS * 3 - ORDERS / 10);
            assertThat(charged).isEqualTo(ORDERS - ORDERS / 10);
        }
    }
}
