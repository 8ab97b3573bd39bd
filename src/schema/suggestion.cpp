#include <cadre/schema/suggestion.hpp>

#include <cadre/messages/texts/schema.hpp>

#include <algorithm>

namespace cadre {
namespace {

constexpr std::size_t longest_name = 64;
constexpr std::size_t few_names = 12;

std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

/// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
std::size_t edit_distance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[b.size()];
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        if (!text.empty()) text += ", ";
        text += name;
    }
    return text;
}

}  // namespace

std::optional<std::string> closest(std::string_view name, const std::vector<std::string>& candidates) {
    if (name.empty() || name.size() > longest_name) return std::nullopt;
    const std::string wanted = lowered(name);
    std::size_t best = std::max<std::size_t>(1, name.size() / 3) + 1;
    const std::string* found = nullptr;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > longest_name) continue;
        const std::size_t distance = edit_distance(wanted, lowered(candidate));
        if (distance < best) {
            best = distance;
            found = &candidate;
        }
    }
    if (!found) return std::nullopt;
    return *found;
}

std::optional<Message> suggestion(std::string_view name, const std::vector<std::string>& candidates) {
    if (auto near = closest(name, candidates)) return Message{texts::did_you_mean, {std::move(*near)}};
    if (candidates.empty() || candidates.size() > few_names) return std::nullopt;
    return Message{texts::known_names, {joined(candidates)}};
}

}  // namespace cadre
