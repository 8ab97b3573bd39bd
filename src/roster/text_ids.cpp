#include "roster/text_ids.hpp"

#include "roster/arrow_text.hpp"

#include <cadre/messages/texts/roster.hpp>

namespace cadre {

namespace {

/// A dictionary much larger than the rows that use it is not remembered by entry: its length may be a lie.
constexpr std::int64_t spare_dictionary = 4096;

class EntryReader {
public:
    EntryReader(const ArrowColumn& column, TextCache& cache, std::vector<std::int32_t>& ids)
        : column_(column), cache_(cache), ids_(ids) {
        ids_.resize(static_cast<std::size_t>(column.rows));
    }

    void read() {
        for (const ArrowSegment& segment : column_.segments) {
            if (column_.field->dictionary) {
                with_integer(column_.field->kind, [&](auto index) { read_indices(segment, index); });
            } else {
                with_texts(column_.field->kind, *segment.array, [&](const auto& texts) { read_texts(segment, texts); });
            }
            done_ += segment.length;
        }
    }

private:
    [[noreturn]] void fail(std::int64_t row, MessageId detail) const {
        throw arrow_cell_error(column_.table, column_.name, done_ + row, detail);
    }

    template <class Texts>
    std::int32_t entry_at(const Texts& texts, std::int64_t position, std::int64_t row) {
        std::string_view raw;
        if (!texts.read(position, raw)) fail(row, texts::roster_arrow_text_offsets);
        const std::int32_t entry = cache_.entry_of(raw);
        if (cache_.entries()[static_cast<std::size_t>(entry)].reading.outcome == CellOutcome::not_utf8) {
            fail(row, texts::roster_arrow_not_utf8);
        }
        return entry;
    }

    void put(std::int64_t row, std::int32_t entry) {
        ids_[static_cast<std::size_t>(done_ + row)] = entry;
        ++cache_.entries()[static_cast<std::size_t>(entry)].count;
    }

    template <class Texts>
    void read_texts(const ArrowSegment& segment, const Texts& texts) {
        const bool nulls = segment.has_nulls();
        for (std::int64_t row = 0; row < segment.length; ++row) {
            const bool valid = !nulls || segment.is_valid(row);
            put(row, valid ? entry_at(texts, segment.start + row, row) : 0);
        }
    }

    template <class Index>
    void read_indices(const ArrowSegment& segment, Index) {
        const ArrowArray& dictionary = *segment.array->dictionary;
        const ArrowSegment words{&dictionary, dictionary.offset, dictionary.length, nullptr, 0};
        std::vector<std::int32_t> known;
        if (words.length <= 4 * segment.length + spare_dictionary) {
            known.assign(static_cast<std::size_t>(words.length), -1);
        }
        with_texts(column_.field->dictionary->kind, dictionary, [&](const auto& texts) {
            for (std::int64_t row = 0; row < segment.length; ++row) {
                if (!segment.is_valid(row)) {
                    put(row, 0);
                    continue;
                }
                const auto index = load_at<Index>(segment.array->buffers[1], segment.start + row);
                put(row, word(texts, words, known, index, row));
            }
        });
    }

    template <class Texts, class Index>
    std::int32_t word(const Texts& texts, const ArrowSegment& words, std::vector<std::int32_t>& known, Index index,
                      std::int64_t row) {
        if (std::cmp_less(index, 0) || std::cmp_greater_equal(index, words.length)) {
            fail(row, texts::roster_arrow_dictionary_index);
        }
        const auto at = static_cast<std::size_t>(index);
        if (at < known.size() && known[at] >= 0) return known[at];
        const auto position = static_cast<std::int64_t>(index);
        const std::int32_t entry = words.is_valid(position) ? entry_at(texts, words.start + position, row) : 0;
        if (at < known.size()) known[at] = entry;
        return entry;
    }

    const ArrowColumn& column_;
    TextCache& cache_;
    std::vector<std::int32_t>& ids_;
    std::int64_t done_ = 0;
};

}  // namespace

void text_entries(const ArrowColumn& column, TextCache& cache, std::vector<std::int32_t>& ids) {
    EntryReader(column, cache, ids).read();
}

}  // namespace cadre
