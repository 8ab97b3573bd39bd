#include "evaluation/columnar/shared_bands.hpp"

#include "evaluation/columnar/value_bands.hpp"

#include <array>
#include <limits>
#include <map>
#include <memory>
#include <utility>

namespace cadre::columnar {

namespace {

/// Fewer do not pay for reading the bands.
constexpr std::size_t least_tests = 8;

struct Group {
    std::shared_ptr<ValueBands> bands = std::make_shared<ValueBands>();
    std::vector<const TestStep*> tests;

    bool take(const TestStep& test) {
        const std::array ranges{test.test.met, test.test.not_met};
        if (!bands->add({ranges.data(), test.test.complement ? 1U : 2U})) return false;
        tests.push_back(&test);
        return true;
    }
};

bool has_bands(const RangeTest<std::int64_t>& test) {
    using Value = std::numeric_limits<std::int32_t>;
    const bool holds_values = test.met.lo <= test.met.hi && test.met.lo <= Value::max() && test.met.hi >= Value::min();
    return test.column->storage == Storage::int32 && holds_values;
}

/// Groups in the order of their first tests: later days do not wait for bands that earlier ones need.
std::vector<Group> grouped(const std::vector<TestStep>& tests, const std::vector<StepPtr>& steps) {
    std::vector<Group> groups;
    std::map<std::pair<int, const Column*>, std::size_t> open;
    for (const TestStep& test : tests) {
        if (!has_bands(test.test)) continue;
        const int frame = steps[static_cast<std::size_t>(test.step)]->frame();
        const auto [position, inserted] = open.try_emplace({frame, test.test.column}, groups.size());
        if (inserted) groups.emplace_back();
        if (groups[position->second].take(test)) continue;
        position->second = groups.size();
        groups.emplace_back().take(test);
    }
    return groups;
}

SharedBands replace(const Group& group, std::vector<StepPtr>& steps) {
    group.bands->settle();
    SharedBands shared{group.tests[0]->step, {}};
    for (const TestStep* test : group.tests) {
        StepPtr& step = steps[static_cast<std::size_t>(test->step)];
        const bool reads = test->step == shared.reader;
        step = make_band_test(step->frame(), test->test, group.bands, reads ? -1 : shared.reader);
        if (!reads) shared.users.push_back(test->step);
    }
    return shared;
}

}  // namespace

std::vector<SharedBands> share_bands(const std::vector<TestStep>& tests, std::vector<StepPtr>& steps) {
    std::vector<SharedBands> shared;
    for (const Group& group : grouped(tests, steps)) {
        if (group.tests.size() >= least_tests) shared.push_back(replace(group, steps));
    }
    return shared;
}

}  // namespace cadre::columnar
