#include "roster/imported.hpp"

#include <functional>
#include <limits>

namespace cadre {
namespace {

using test::ArrowData;
using test::ArrowStream;
using test::Cells;

/// A sound chunk with a column of every layout, for the tests to break.
ArrowData sound() {
    std::vector<ArrowData> members;
    members.push_back(test::numbers<std::int32_t>("year", "i", {2013, 2014, std::nullopt}));
    std::vector<ArrowData> columns;
    columns.push_back(test::texts("ethnicity", {{"Kinh"}, std::nullopt, {"Tày"}}));
    columns.push_back(test::numbers<std::int32_t>("birth_date", "tdD", {1, std::nullopt, 3}));
    columns.push_back(test::dictionary_texts<std::int8_t>("sex", "c", {{"Nam"}, {"Nữ"}, std::nullopt}));
    columns.push_back(test::lists<std::int32_t>("appraisals", "+l", {2, std::nullopt, 1},
                                                test::structure("item", std::move(members))));
    columns.push_back(test::booleans("party_member", {true, std::nullopt, false}));
    columns.push_back(test::view_texts("home_locality", {{"Hà Nội"}, {"a long name of a locality"}, std::nullopt}));
    return test::structure("", std::move(columns));
}

enum : std::size_t { ethnicity, birth_date, sex, appraisals, party_member, home_locality };

template <class T>
void poke(ArrowData& data, std::size_t buffer, std::size_t at, T value) {
    std::memcpy(data.buffers[buffer]->data() + at * sizeof(T), &value, sizeof(T));
}

/// Imports a broken chunk: there must be an error, and everything must be released once.
std::string broken(const std::function<void(ArrowData&)>& damage, ErrorCode code = ErrorCode::invalid_arrow) {
    std::vector<ArrowData> chunks;
    chunks.push_back(sound());
    chunks.push_back(sound());
    damage(chunks[1]);
    ArrowStream stream(std::move(chunks));
    stream.set_schema(sound());
    const std::string message = test::error_of([&] { Roster::from_arrow(stream.get()); }, code);
    EXPECT_EQ(stream.open_arrays(), 0) << message;
    EXPECT_EQ(stream.open_schemas(), 0) << message;
    EXPECT_EQ(stream.stream_releases(), 1) << message;
    EXPECT_EQ(stream.get()->release, nullptr);
    return message;
}

/// The same for a broken schema.
std::string broken_schema(const std::function<void(ArrowData&)>& damage) {
    std::vector<ArrowData> chunks;
    chunks.push_back(sound());
    ArrowStream stream(std::move(chunks));
    ArrowData schema = sound();
    damage(schema);
    stream.set_schema(schema);
    const std::string message = test::error_of([&] { Roster::from_arrow(stream.get()); }, ErrorCode::invalid_arrow);
    EXPECT_EQ(stream.open_arrays(), 0);
    EXPECT_EQ(stream.open_schemas(), 0);
    EXPECT_EQ(stream.stream_releases(), 1);
    return message;
}

TEST(MalformedArrow, SoundDataIsRead) {
    std::vector<ArrowData> chunks;
    chunks.push_back(sound());
    chunks.push_back(sound());
    ArrowStream stream(std::move(chunks));
    {
        const Roster roster = Roster::from_arrow(stream.get());
        EXPECT_EQ(roster.size(), 6U);
        EXPECT_EQ(roster.size("cadres.appraisals"), 6U);
    }
    EXPECT_EQ(stream.open_arrays(), 0);
    EXPECT_EQ(stream.released_arrays(), 2);
    EXPECT_EQ(stream.open_schemas(), 0);
}

TEST(MalformedArrow, LengthsAndOffsets) {
    const std::int64_t huge = std::numeric_limits<std::int64_t>::max();
    for (const std::size_t at : {ethnicity, birth_date, sex, appraisals, party_member, home_locality}) {
        broken([&](ArrowData& data) { data.children[at].length = -1; });
        broken([&](ArrowData& data) { data.children[at].offset = -1; });
        broken([&](ArrowData& data) { data.children[at].offset = huge; });
        broken([&](ArrowData& data) { data.children[at].length = huge; });
        broken([&](ArrowData& data) { data.children[at].length = 2; });
        broken([&](ArrowData& data) { data.children[at].null_count = -2; });
        broken([&](ArrowData& data) { data.children[at].null_count = 4; });
    }
    broken([&](ArrowData& data) { data.length = -5; });
    broken([&](ArrowData& data) { data.offset = 1; });
    broken([&](ArrowData& data) { data.length = 4; });
    broken([&](ArrowData& data) { data.length = huge; });
    broken([&](ArrowData& data) { data.length = std::int64_t{1} << 40; }, ErrorCode::limit_exceeded);
}

TEST(MalformedArrow, BuffersAndChildren) {
    for (const std::size_t at : {ethnicity, birth_date, sex, appraisals, party_member, home_locality}) {
        broken([&](ArrowData& data) { data.children[at].claimed_buffers = 0; });
        broken([&](ArrowData& data) { data.children[at].claimed_buffers = -1; });
        broken([&](ArrowData& data) { data.children[at].buffers[0] = std::nullopt; });
        broken([&](ArrowData& data) { data.children[at].buffers[1] = std::nullopt; });
        broken([&](ArrowData& data) { data.children[at].claimed_children = 5; });
        broken([&](ArrowData& data) { data.children[at].claimed_children = -1; });
        broken([&](ArrowData& data) { data.children[at].null_child = true; });
        broken([&](ArrowData& data) { data.children[at].released = true; });
    }
    broken([&](ArrowData& data) { data.claimed_children = 1; });
    broken([&](ArrowData& data) { data.children.pop_back(); });
    broken([&](ArrowData& data) { data.children[ethnicity].buffers[2] = std::nullopt; });
    broken([&](ArrowData& data) { data.children[appraisals].children[0].length = 2; });
    broken([&](ArrowData& data) { data.children[appraisals].children[0].children[0].length = 2; });
    broken([&](ArrowData& data) { data.children[appraisals].children[0].null_child = true; });
    broken([&](ArrowData& data) { data.children[sex].dictionary = nullptr; });
    broken([&](ArrowData& data) { data.children[sex].dictionary->length = 1; });
    broken([&](ArrowData& data) { data.children[sex].dictionary->released = true; });
    broken([&](ArrowData& data) {
        data.children[birth_date].dictionary = std::make_shared<ArrowData>(test::texts("", {{"a"}}));
    });
}

TEST(MalformedArrow, AbsurdSizes) {
    constexpr std::int64_t absurd[] = {-1, std::numeric_limits<std::int64_t>::min(),
                                       std::numeric_limits<std::int64_t>::max(), std::int64_t{1} << 60};
    for (const std::int64_t size : absurd) {
        for (const std::size_t at : {ethnicity, birth_date, sex, appraisals, party_member, home_locality}) {
            broken([&](ArrowData& data) { data.children[at].length = size; });
            broken([&](ArrowData& data) { data.children[at].offset = size; });
        }
        broken([&](ArrowData& data) { data.length = size; });
        broken([&](ArrowData& data) { data.children[sex].dictionary->length = size; });
        broken([&](ArrowData& data) { data.children[appraisals].children[0].length = size; });
        broken([&](ArrowData& data) { data.children[appraisals].children[0].offset = size; });
    }
}

TEST(MalformedArrow, MoreMembersThanRowsCanBe) {
    constexpr std::int64_t members = std::int64_t{1} << 32;
    ArrowData nulls;
    nulls.name = "item";
    nulls.format = "n";
    nulls.length = members;
    nulls.null_count = members;
    ArrowData data = test::lists<std::int64_t>("appraisals", "+L", {members}, std::move(nulls));
    std::vector<ArrowData> fields;
    fields.push_back(test::numbers<std::int32_t>("year", "i", {}));
    data.children[0].format = "+s";
    data.children[0].null_count = 0;
    data.children[0].buffers.emplace_back(std::nullopt);
    data.children[0].children = std::move(fields);
    const std::string message = test::error_of([&] { test::import(std::move(data)); }, ErrorCode::limit_exceeded);
    EXPECT_NE(message.find("too many rows"), std::string::npos) << message;
}

TEST(MalformedArrow, ChunksMayOverlapInMemory) {
    // The same struct of arrays handed out twice, as a producer does that slices one table into overlapping windows.
    std::vector<ArrowData> chunks;
    for (const std::int64_t start : {0, 1}) {
        ArrowData window = sound();
        window.offset = start;
        window.length = 2;
        chunks.push_back(std::move(window));
    }
    ArrowStream stream(std::move(chunks));
    const Roster roster = Roster::from_arrow(stream.get());
    EXPECT_EQ(test::cells(test::column(roster, "cadres", "birth_date")),
              (test::Numbers{1, std::nullopt, std::nullopt, 3}));
    EXPECT_EQ(roster.size("cadres.appraisals"), 3U);
}

TEST(MalformedArrow, TextOffsets) {
    broken([](ArrowData& data) { poke<std::int32_t>(data.children[ethnicity], 1, 0, -1); });
    broken([](ArrowData& data) { poke<std::int32_t>(data.children[ethnicity], 1, 1, -7); });
    broken([](ArrowData& data) { poke<std::int32_t>(data.children[ethnicity], 1, 3, 2); });
    broken([](ArrowData& data) { poke<std::int32_t>(data.children[home_locality], 1, 0, -1); });
    broken([](ArrowData& data) { poke<std::int32_t>(data.children[home_locality], 1, 4, 1000); });
    broken([](ArrowData& data) { poke<std::int32_t>(data.children[home_locality], 1, 6, 1); });
    broken([](ArrowData& data) { poke<std::int32_t>(data.children[home_locality], 1, 7, 3); });
    broken([](ArrowData& data) { poke<std::int32_t>(data.children[home_locality], 1, 7, -3); });
}

TEST(MalformedArrow, ListOffsets) {
    broken([](ArrowData& data) { poke<std::int32_t>(data.children[appraisals], 1, 0, -1); });
    broken([](ArrowData& data) { poke<std::int32_t>(data.children[appraisals], 1, 1, -1); });
    broken([](ArrowData& data) { poke<std::int32_t>(data.children[appraisals], 1, 3, 1); });
    broken([](ArrowData& data) { poke<std::int32_t>(data.children[appraisals], 1, 3, 4); });
}

TEST(MalformedArrow, DictionaryIndices) {
    const std::string high = broken([](ArrowData& data) { poke<std::int8_t>(data.children[sex], 1, 1, 2); });
    EXPECT_NE(high.find("“sex”, row 4"), std::string::npos) << high;
    broken([](ArrowData& data) { poke<std::int8_t>(data.children[sex], 1, 0, -1); });
}

TEST(MalformedArrow, InvalidUtf8NamesColumnAndRow) {
    const std::string message = broken([](ArrowData& data) { data.children[ethnicity].buffers[2]->at(0) = 0xFF; });
    EXPECT_NE(message.find("“ethnicity”, row 3"), std::string::npos) << message;
    broken([](ArrowData& data) { data.children[sex].dictionary->buffers[2]->at(1) = 0xFF; });
    broken([](ArrowData& data) { data.children[home_locality].buffers[1]->at(5) = 0xFF; });
}

TEST(MalformedArrow, Schemas) {
    for (const char* garbage : {"", "q", "+", "ts", "tss", "tsx:", "+x", "uu", "d", "\xFF\xFE"}) {
        broken_schema([&](ArrowData& schema) { schema.children[birth_date].format = garbage; });
    }
    broken_schema([](ArrowData& schema) { schema.children[birth_date].no_format = true; });
    broken_schema([](ArrowData& schema) { schema.no_format = true; });
    broken_schema([](ArrowData& schema) { schema.claimed_children = -1; });
    broken_schema([](ArrowData& schema) { schema.children[appraisals].children.clear(); });
    broken_schema([](ArrowData& schema) { schema.children[ethnicity].children.push_back(test::texts("x", {})); });
    broken_schema([](ArrowData& schema) { schema.children[sex].format = "u"; });
    broken_schema([](ArrowData& schema) { schema.children.pop_back(); });
    const std::string flat = broken_schema([](ArrowData& schema) { schema = test::texts("degree", {}); });
    EXPECT_NE(flat.find("+s"), std::string::npos) << flat;
    const std::string deep = broken_schema([](ArrowData& schema) {
        for (int at = 0; at < 100; ++at) {
            ArrowData outer = test::structure("s", {});
            outer.children.push_back(std::move(schema));
            schema = std::move(outer);
        }
    });
    EXPECT_NE(deep.find("64"), std::string::npos) << deep;
}

TEST(MalformedArrow, EndlessSchemaIsCutOff) {
    static ArrowSchema loop{};
    static ArrowSchema* twice[2] = {&loop, &loop};
    ArrowArrayStream stream{};
    stream.get_schema = [](ArrowArrayStream*, ArrowSchema* out) {
        loop.format = "+s";
        loop.name = "s";
        loop.n_children = 2;
        loop.children = twice;
        loop.release = [](ArrowSchema* schema) { schema->release = nullptr; };
        *out = loop;
        return 0;
    };
    stream.get_next = [](ArrowArrayStream*, ArrowArray*) { return 5; };
    stream.release = [](ArrowArrayStream* released) { released->release = nullptr; };
    test::error_of([&] { Roster::from_arrow(&stream); }, ErrorCode::invalid_arrow);
    EXPECT_EQ(stream.release, nullptr);
}

TEST(MalformedArrow, StreamsThatFail) {
    std::vector<ArrowData> chunks;
    chunks.push_back(sound());
    ArrowStream schema(chunks);
    schema.fail_schema();
    const std::string said = test::error_of([&] { Roster::from_arrow(schema.get()); }, ErrorCode::invalid_arrow);
    EXPECT_NE(said.find("the source went away"), std::string::npos) << said;
    ArrowStream next(chunks);
    next.fail_after(1);
    next.no_last_error();
    test::error_of([&] { Roster::from_arrow(next.get()); }, ErrorCode::invalid_arrow);
    EXPECT_EQ(next.open_arrays(), 0);
    EXPECT_EQ(next.stream_releases(), 1);
}

TEST(MalformedArrow, StreamsThatAreNotThere) {
    test::error_of([] { Roster::from_arrow(nullptr); }, ErrorCode::invalid_arrow);
    ArrowStream stream(std::vector<ArrowData>{});
    (void)Roster::from_arrow(stream.get());
    test::error_of([&] { Roster::from_arrow(stream.get()); }, ErrorCode::invalid_arrow);
    ArrowArrayStream empty{};
    empty.release = [](ArrowArrayStream* released) { released->release = nullptr; };
    test::error_of([&] { Roster::from_arrow(&empty); }, ErrorCode::invalid_arrow);
    EXPECT_EQ(empty.release, nullptr);
}

TEST(MalformedArrow, EveryStreamIsReleasedOnceWhateverHappens) {
    std::vector<ArrowData> chunks;
    chunks.push_back(sound());
    ArrowStream cadres(chunks);
    ArrowStream units(chunks);
    test::error_of(
        [&] {
            Roster::from_arrow({{"cadres", cadres.get()}, {"unitz", units.get()}});
        },
        ErrorCode::not_found);
    EXPECT_EQ(cadres.stream_releases(), 1);
    EXPECT_EQ(units.stream_releases(), 1);
    ArrowStream twice(chunks);
    test::error_of(
        [&] {
            Roster::from_arrow({{"cadres", twice.get()}, {"cadres", twice.get()}});
        },
        ErrorCode::invalid_argument);
    EXPECT_EQ(twice.stream_releases(), 1);
}

}  // namespace
}  // namespace cadre
