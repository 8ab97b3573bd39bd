#include "reports/rotation_parts.hpp"
#include "reports/rotation_words.hpp"
#include "reports/short_list.hpp"

#include <cadre/messages/texts/reports.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace cadre {
namespace {

std::int64_t number(std::size_t value) {
    return static_cast<std::int64_t>(value);
}

/// Cadres without any option, of whom the same is to be said.
struct WithoutChoice {
    std::set<std::size_t> refusing;    ///< rules that refuse options of each
    std::vector<std::size_t> waivers;  ///< rules of which waiving one for one of them places that one
    std::vector<std::size_t> cadres;
};

class RotationShortagesText {
public:
    RotationShortagesText(const RotationProblem& problem, const RotationNames& names, Language language)
        : problem_(problem), words_(problem, names, language), language_(language) {}

    std::string write(const std::vector<RotationShortage>& shortages) {
        for (const RotationShortage& shortage : shortages) {
            if (!shortage.posts.empty()) add_shortage(shortage);
        }
        for (const WithoutChoice& group : without_choice(shortages)) add_without_choice(group);
        return std::move(text_);
    }

private:
    void line(MessageId id, std::vector<Argument> arguments = {}) {
        text_ += words_.in_words(id, std::move(arguments)) + '\n';
    }

    void add_shortage(const RotationShortage& shortage) {
        text_ += '\n';
        line(shortage.required ? texts::rotation_shortage_required : texts::rotation_shortage,
             {number(shortage.cadres.size()), number(shortage.posts.size()), number(shortage.seats),
              number(shortage.short_by())});
        line(texts::rotation_shortage_cadres, {cadres(shortage.cadres)});
        std::vector<std::string> posts;
        for (const std::size_t post : shortage.posts) posts.push_back(words_.post(post));
        line(texts::rotation_shortage_posts, {short_list(posts, language_)});
        for (const RotationWaiver& waiver : shortage.waivers)
            line(texts::rotation_waiver, {words_.rule(waiver.rule), number(waiver.freed)});
        if (shortage.waivers.empty()) add_no_waiver();
    }

    /// In the order of their first cadres.
    std::vector<WithoutChoice> without_choice(const std::vector<RotationShortage>& shortages) const {
        std::map<std::size_t, WithoutChoice> alone;
        for (const RotationShortage& shortage : shortages) {
            if (!shortage.posts.empty()) continue;
            for (const std::size_t cadre : shortage.cadres) {
                for (const RotationWaiver& waiver : shortage.waivers) alone[cadre].waivers.push_back(waiver.rule);
                alone[cadre].cadres = {cadre};
            }
        }
        for (const RefusedOption& refused : problem_.refused) {
            const auto found = alone.find(refused.option.cadre);
            if (found != alone.end()) found->second.refusing.insert(refused.rules.begin(), refused.rules.end());
        }
        return grouped(alone);
    }

    static std::vector<WithoutChoice> grouped(const std::map<std::size_t, WithoutChoice>& alone) {
        std::vector<WithoutChoice> groups;
        std::map<std::pair<std::set<std::size_t>, std::vector<std::size_t>>, std::size_t> positions;
        for (const auto& [cadre, one] : alone) {
            const auto [position, is_new] = positions.try_emplace({one.refusing, one.waivers}, groups.size());
            if (is_new) {
                groups.push_back(one);
            } else {
                groups[position->second].cadres.push_back(cadre);
            }
        }
        return groups;
    }

    void add_without_choice(const WithoutChoice& group) {
        text_ += '\n';
        line(texts::rotation_no_choice, {number(group.cadres.size()), cadres(group.cadres)});
        std::string refusing;
        for (const std::size_t rule : group.refusing) refusing += (refusing.empty() ? "" : "; ") + words_.rule(rule);
        if (!refusing.empty()) line(texts::rotation_refusing, {refusing});
        for (const std::size_t rule : group.waivers) line(texts::rotation_waiver_of_one, {words_.rule(rule)});
        if (group.waivers.empty()) add_no_waiver();
    }

    void add_no_waiver() {
        if (!problem_.rules.empty()) line(texts::rotation_no_waiver);
    }

    std::string cadres(const std::vector<std::size_t>& cadres) const {
        std::vector<std::string> names;
        for (const std::size_t cadre : cadres) names.push_back(words_.cadre(cadre));
        return short_list(names, language_);
    }

    const RotationProblem& problem_;
    RotationWords words_;
    Language language_;
    std::string text_;
};

}  // namespace

std::string shortages_text(const RotationProblem& problem, const std::vector<RotationShortage>& shortages,
                           const RotationNames& names, Language language) {
    return RotationShortagesText(problem, names, language).write(shortages);
}

}  // namespace cadre
