#include "fuzz/arrow_plan.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace cadre::fuzz {

namespace {

using test::ArrowData;
using test::Cells;
using test::Layout;

constexpr const char* names[] = {"id",         "sex",         "birth_date",   "degree",  "ethnicity", "party_member",
                                 "appraisals", "disciplines", "appointments", "unit",    "year",      "rating",
                                 "from",       "to",          "primary",      "decided", "item",      "fields"};
constexpr const char* texts[] = {"",         "Nam",        "Thạc sĩ",    "Kinh",
                                 "1",        "31/12/2015", "2015-12-31", "Th¹c sÜ",
                                 "Thaïc só", "nay",        "\xFF",       "a text of more than twelve bytes",
                                 "17,5",     "P2Y",        "\xC2\xA0"};
constexpr const char* narrow_formats[] = {"c", "C"};
constexpr const char* wide_formats[] = {"l", "L", "g", "tdm", "tss:", "tsn:UTC", "tsm:Asia/Ho_Chi_Minh", "tDs", "ttu"};
constexpr const char* odd_formats[] = {"",    "z",   "vz",       "+r",   "+m", "+ud:0,1", "+w:2", "+vl",
                                       "tiD", "w:4", "d:9,2,32", "d:,,", "e",  "+",       "tsx:", "+s",
                                       "+l",  "u",   "n",        "b",    "vu", "d:38,2"};
constexpr int max_depth = 3;

class Planner {
public:
    explicit Planner(FuzzInput& input) : input_(input) {}

    ArrowPlan plan() {
        ArrowPlan plan;
        // Every chunk has the same types, cells of its own, and damage of its own.
        const std::size_t columns = 1 + input_.below(6);
        std::vector<std::uint8_t> types;
        std::vector<std::uint8_t> called;
        for (std::size_t at = 0; at < columns; ++at) {
            types.push_back(input_.byte());
            called.push_back(input_.byte());
        }
        const std::size_t chunks = input_.below(4);
        for (std::size_t at = 0; at < std::max<std::size_t>(chunks, 1); ++at) {
            const std::size_t rows = input_.below(20);
            std::vector<ArrowData> all;
            for (std::size_t column = 0; column < columns; ++column) {
                all.push_back(make(types[column], called[column], rows, 0));
            }
            plan.chunks.push_back(test::structure("", std::move(all), static_cast<std::int64_t>(rows)));
        }
        plan.schema = plan.chunks.front();
        if (input_.flag()) damage_schema(plan.schema, 0);
        for (ArrowData& chunk : plan.chunks) {
            if (input_.flag()) damage(chunk, 0);
        }
        if (chunks == 0) plan.chunks.clear();
        return plan;
    }

private:
    Layout layout() { return {static_cast<std::int64_t>(input_.below(10)), input_.flag()}; }

    template <class T>
    Cells<T> numbers(std::size_t rows) {
        Cells<T> cells;
        for (std::size_t at = 0; at < rows; ++at) {
            const std::uint8_t choice = input_.byte();
            if (choice < 32)
                cells.emplace_back(std::nullopt);
            else if (choice < 192)
                cells.emplace_back(static_cast<T>(choice - 30));
            else
                cells.emplace_back(static_cast<T>(input_.number()));
        }
        return cells;
    }

    Cells<std::string> words(std::size_t rows) {
        Cells<std::string> cells;
        for (std::size_t at = 0; at < rows; ++at) {
            if (input_.rarely())
                cells.emplace_back(std::nullopt);
            else
                cells.emplace_back(input_.pick(texts));
        }
        return cells;
    }

    ArrowData coded(const char* name, std::size_t rows, std::uint8_t type) {
        ArrowData words_of = type % 3 == 0   ? test::texts("", words(input_.below(6)), layout())
                             : type % 3 == 1 ? test::large_texts("", words(input_.below(6)), layout())
                                             : test::view_texts("", words(input_.below(6)), layout());
        Cells<std::int8_t> indices;
        for (std::size_t at = 0; at < rows; ++at) {
            const std::uint8_t choice = input_.byte();
            if (choice >= 0xE0)
                indices.emplace_back(std::nullopt);
            else
                indices.emplace_back(static_cast<std::int8_t>(choice >= 0xC0 ? choice : choice % 6));
        }
        ArrowData data = test::numbers<std::int8_t>(name, narrow_formats[type % 2], indices, layout());
        data.dictionary = std::make_shared<ArrowData>(std::move(words_of));
        return data;
    }

    template <class Offset>
    ArrowData list(const char* name, const char* format, std::size_t rows, std::uint8_t type, int depth) {
        Cells<std::int64_t> sizes;
        std::size_t members = 0;
        for (std::size_t at = 0; at < rows; ++at) {
            const std::size_t size = input_.below(5);
            if (size == 4) {
                sizes.emplace_back(std::nullopt);
                continue;
            }
            members += size;
            sizes.emplace_back(static_cast<std::int64_t>(size));
        }
        const auto inner = static_cast<std::uint8_t>(type * 7 + 3);
        ArrowData child;
        if ((type & 16) != 0) {
            child = make(inner, 16, members, depth + 1);
        } else {
            std::vector<ArrowData> fields;
            fields.push_back(make(inner, static_cast<std::uint8_t>(10 + type % 6), members, depth + 1));
            fields.push_back(make(static_cast<std::uint8_t>(inner * 3), static_cast<std::uint8_t>(10 + type % 5),
                                  members, depth + 1));
            child = test::structure("item", std::move(fields), static_cast<std::int64_t>(members));
        }
        ArrowData data = test::lists<Offset>(name, format, sizes, std::move(child), layout());
        if (input_.rarely()) poke_offset<Offset>(data);
        return data;
    }

    /// List offsets are checked against the child, wherever they point.
    template <class Offset>
    void poke_offset(ArrowData& data) {
        auto& bytes = *data.buffers[1];
        const auto value =
            static_cast<Offset>(input_.flag() ? input_.number() : static_cast<std::int8_t>(input_.byte()));
        std::memcpy(bytes.data() + input_.below(bytes.size() / sizeof(Offset)) * sizeof(Offset), &value,
                    sizeof(Offset));
    }

    ArrowData text(const char* name, std::size_t rows, std::uint8_t type) {
        if (type % 3 == 2) return view(name, rows);
        ArrowData data =
            type % 3 == 0 ? test::texts(name, words(rows), layout()) : test::large_texts(name, words(rows), layout());
        if (input_.rarely()) {
            // Decreasing and negative offsets can be seen; those past the end cannot.
            auto& bytes = *data.buffers[1];
            const std::size_t width = type % 3 == 0 ? 4 : 8;
            const std::int64_t value = input_.flag() ? -1 - static_cast<std::int64_t>(input_.byte()) : 0;
            std::memcpy(bytes.data() + input_.below(bytes.size() / width) * width, &value, width);
        }
        return data;
    }

    /// Views are checked against the sizes of their buffers, so that any bytes will do.
    ArrowData view(const char* name, std::size_t rows) {
        ArrowData data = test::view_texts(name, words(rows), layout());
        auto& views = *data.buffers[1];
        for (std::size_t times = input_.below(4); times > 0 && !views.empty(); --times) {
            views[input_.below(views.size())] = input_.byte();
        }
        return data;
    }

    ArrowData make(std::uint8_t type, std::uint8_t called, std::size_t rows, int depth) {
        const char* name = names[called % std::size(names)];
        if (depth >= max_depth) type %= 8;
        switch (type % 13) {
            case 0:
            case 1: return text(name, rows, static_cast<std::uint8_t>(type / 13));
            case 2: return coded(name, rows, static_cast<std::uint8_t>(type / 13));
            case 3:
                return test::numbers<std::int32_t>(name, type & 64 ? "tdD" : "i", numbers<std::int32_t>(rows),
                                                   layout());
            case 4:
                return test::numbers<std::int64_t>(name, wide_formats[type % std::size(wide_formats)],
                                                   numbers<std::int64_t>(rows), layout());
            case 5: return test::booleans(name, booleans(rows), layout());
            case 6: return decimals(name, rows, type);
            case 7: return nulls(name, rows);
            case 8:
                return test::numbers<std::int16_t>(name, type & 64 ? "s" : "S", numbers<std::int16_t>(rows), layout());
            case 9: return test::numbers<float>(name, "f", numbers<float>(rows), layout());
            case 10: return list<std::int64_t>(name, "+L", rows, type, depth);
            default: return list<std::int32_t>(name, "+l", rows, type, depth);
        }
    }

    Cells<bool> booleans(std::size_t rows) {
        Cells<bool> cells;
        for (std::size_t at = 0; at < rows; ++at) {
            const std::uint8_t choice = input_.byte();
            cells.push_back(choice < 32 ? std::nullopt : std::optional((choice & 1U) != 0));
        }
        return cells;
    }

    ArrowData decimals(const char* name, std::size_t rows, std::uint8_t type) {
        constexpr const char* formats[] = {"d:38,0", "d:10,2", "d:38,38", "d:5,-38", "d:19,4,128"};
        __extension__ using Wide = __int128;
        Cells<Wide> cells;
        for (const auto& cell : numbers<std::int64_t>(rows)) {
            cells.push_back(cell ? std::optional(static_cast<Wide>(*cell) * (input_.flag() ? 1 : input_.number()))
                                 : std::nullopt);
        }
        return test::numbers<Wide>(name, formats[type % std::size(formats)], cells, layout());
    }

    static ArrowData nulls(const char* name, std::size_t rows) {
        ArrowData data;
        data.name = name;
        data.format = "n";
        data.length = static_cast<std::int64_t>(rows);
        data.null_count = data.length;
        return data;
    }

    /// A length that is shorter, or none that can be.
    std::int64_t bad_length(std::int64_t length) {
        const std::uint8_t choice = input_.byte();
        if (choice < 128) return length == 0 ? 0 : choice % length;
        return choice < 192 ? -1 - input_.byte() : std::int64_t{1} << (58 + choice % 5);
    }

    void damage_claims(ArrowData& data) {
        switch (input_.below(9)) {
            case 0: data.length = bad_length(data.length); break;
            case 1: data.offset = input_.flag() ? -1 - input_.byte() : std::int64_t{1} << 60; break;
            case 2: data.null_count = input_.flag() ? input_.number() : input_.byte() - 2; break;
            case 3: data.claimed_buffers = static_cast<std::int64_t>(input_.below(5)) - 2; break;
            case 4: data.claimed_children = -static_cast<std::int64_t>(input_.below(3)); break;
            case 5: data.released = true; break;
            case 6: data.null_child = true; break;
            case 7: data.dictionary = nullptr; break;
            default:
                if (!data.buffers.empty()) data.buffers[input_.below(data.buffers.size())] = std::nullopt;
        }
        // More buffers than there are cannot be seen.
        const auto made = static_cast<std::int64_t>(data.buffers.size());
        if (data.claimed_buffers && *data.claimed_buffers > made) data.claimed_buffers = made;
    }

    void damage(ArrowData& data, int depth) {
        if (input_.rarely() || input_.rarely()) damage_claims(data);
        if (depth > max_depth) return;
        for (ArrowData& child : data.children) damage(child, depth + 1);
        if (data.dictionary) damage(*data.dictionary, depth + 1);
    }

    void damage_schema(ArrowData& data, int depth) {
        if (input_.rarely()) data.no_format = true;
        if (input_.rarely()) data.claimed_children = -static_cast<std::int64_t>(input_.below(3));
        if (input_.rarely()) data.name = input_.pick(names);
        if (input_.rarely() && is_widest(data)) data.format = input_.pick(odd_formats);
        if (input_.rarely()) data.dictionary = nullptr;
        if (depth > max_depth) return;
        for (ArrowData& child : data.children) damage_schema(child, depth + 1);
        if (data.dictionary) damage_schema(*data.dictionary, depth + 1);
    }

    /// Any other format reads no more of a decimal's two buffers than there is.
    static bool is_widest(const ArrowData& data) { return data.format.starts_with("d:"); }

    FuzzInput& input_;
};

}  // namespace

ArrowPlan arrow_plan(FuzzInput& input) {
    return Planner(input).plan();
}

}  // namespace cadre::fuzz
