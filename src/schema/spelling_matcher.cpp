#include <cadre/schema/spelling_matcher.hpp>

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <unordered_map>
#include <vector>

namespace cadre {
namespace {

std::optional<std::string> mapped(std::string_view text, int options) {
    utf8proc_uint8_t* buffer = nullptr;
    const utf8proc_ssize_t length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &buffer, static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(buffer, &std::free);
    if (length < 0) return std::nullopt;
    return std::string(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length));
}

/// The code point at `position` of valid UTF-8, and its length in bytes.
std::pair<utf8proc_int32_t, std::size_t> code_point_at(std::string_view text, std::size_t position) {
    utf8proc_int32_t point = -1;
    const utf8proc_ssize_t length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + position),
                                                     static_cast<utf8proc_ssize_t>(text.size() - position), &point);
    return {point, length < 1 ? 1 : static_cast<std::size_t>(length)};
}

bool is_space(utf8proc_int32_t point) {
    if (point == ' ' || (point >= '\t' && point <= '\r') || point == 0x85) return true;
    const utf8proc_category_t category = utf8proc_category(point);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

bool is_word_part(utf8proc_int32_t point) {
    const utf8proc_category_t category = utf8proc_category(point);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;  // letters, marks, numbers
}

std::string with_spaces_collapsed(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    bool pending = false;
    for (std::size_t i = 0; i < text.size();) {
        const auto [point, length] = code_point_at(text, i);
        if (is_space(point)) {
            pending = !result.empty();
        } else {
            if (pending) result += ' ';
            pending = false;
            result.append(text, i, length);
        }
        i += length;
    }
    return result;
}

std::size_t start_of_previous(std::string_view text, std::size_t position) {
    do --position;
    while (position > 0 && (static_cast<unsigned char>(text[position]) & 0xC0U) == 0x80U);
    return position;
}

bool is_whole_word(std::string_view text, std::size_t begin, std::size_t end) {
    if (begin > 0 && is_word_part(code_point_at(text, start_of_previous(text, begin)).first)) return false;
    return end == text.size() || !is_word_part(code_point_at(text, end).first);
}

/// The first whole-word occurrence of `words` in `text` from `at` on, or npos.
std::size_t find_words(const std::string& text, const std::string& words, std::size_t at = 0) {
    while ((at = text.find(words, at)) != std::string::npos && !is_whole_word(text, at, at + words.size())) ++at;
    return at;
}

bool mentions_any(const std::string& text, const std::vector<std::string>& phrases) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](const std::string& words) { return find_words(text, words) != std::string::npos; });
}

}  // namespace

std::optional<std::string> normalized_spelling(std::string_view text) {
    if (text.empty()) return std::string();
    const auto folded = mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    if (!folded) return std::nullopt;
    return with_spaces_collapsed(*folded);
}

std::optional<std::string> normalized_text(std::string_view text) {
    if (text.empty()) return std::string();
    return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

struct SpellingMatcher::Index {
    struct Entry {
        std::string spelling;
        int code;
        int rank;
    };
    std::unordered_map<std::string, int> whole;
    std::vector<Entry> longest_first;
    std::vector<std::string> doubts;
    std::optional<int> none;

    void add(std::string_view spelling, int code, int rank) {
        auto normal = normalized_spelling(spelling);
        if (!normal || normal->empty() || !whole.try_emplace(*normal, code).second) return;
        longest_first.push_back({std::move(*normal), code, rank});
    }
};

SpellingMatcher::SpellingMatcher(const Scale& scale) {
    auto index = std::make_unique<Index>();
    index->none = scale.find("none");
    for (const std::string& doubt : scale.doubts) {
        if (auto normal = normalized_spelling(doubt); normal && !normal->empty()) index->doubts.push_back(*normal);
    }
    for (std::size_t i = 0; i < scale.codes.size(); ++i) {
        const Code& code = scale.codes[i];
        index->add(code.id, static_cast<int>(i), code.rank);
        for (const std::string& spelling : code.spellings) index->add(spelling, static_cast<int>(i), code.rank);
    }
    std::sort(index->longest_first.begin(), index->longest_first.end(), [](const auto& left, const auto& right) {
        if (left.spelling.size() != right.spelling.size()) return left.spelling.size() > right.spelling.size();
        return left.spelling < right.spelling;
    });
    index_ = std::move(index);
}

SpellingMatcher::~SpellingMatcher() = default;
SpellingMatcher::SpellingMatcher(SpellingMatcher&&) noexcept = default;
SpellingMatcher& SpellingMatcher::operator=(SpellingMatcher&&) noexcept = default;

std::optional<int> SpellingMatcher::exact(std::string_view text) const {
    const auto normal = normalized_spelling(text);
    if (!normal) return std::nullopt;
    const auto found = index_->whole.find(*normal);
    if (found == index_->whole.end()) return std::nullopt;
    return found->second;
}

std::optional<int> SpellingMatcher::highest_mentioned(std::string_view text) const {
    auto rest = normalized_spelling(text);
    if (!rest) return std::nullopt;
    if (const auto whole = index_->whole.find(*rest); whole != index_->whole.end()) return whole->second;
    if (mentions_any(*rest, index_->doubts)) return std::nullopt;
    std::optional<int> best;
    int best_rank = 0;
    for (const Index::Entry& entry : index_->longest_first) {
        std::size_t at = 0;
        while ((at = find_words(*rest, entry.spelling, at)) != std::string::npos) {
            if (entry.code != index_->none && (!best || entry.rank > best_rank)) {
                best = entry.code;
                best_rank = entry.rank;
            }
            // Consumed words stay a word boundary, and no spelling contains a control character.
            std::fill_n(rest->begin() + static_cast<std::ptrdiff_t>(at), entry.spelling.size(), '\x01');
            at += entry.spelling.size();
        }
    }
    return best;
}

bool SpellingMatcher::is_doubtful(std::string_view text) const {
    const auto normal = normalized_spelling(text);
    return normal && !index_->whole.contains(*normal) && mentions_any(*normal, index_->doubts);
}

}  // namespace cadre
