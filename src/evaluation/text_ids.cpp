#include "evaluation/text_ids.hpp"

namespace cadre {

std::int64_t TextIds::id(std::string_view text) {
    if (const auto known = roster_->find_text(text)) return *known;
    const auto own = own_ids_.find(text);
    if (own != own_ids_.end()) return own->second;
    own_.emplace_back(text);
    const auto id = static_cast<std::int64_t>(roster_->text_count()) + static_cast<std::int64_t>(own_.size()) - 1;
    own_ids_.emplace(own_.back(), id);
    return id;
}

std::string_view TextIds::text(std::int64_t id) const {
    const auto from_roster = static_cast<std::int64_t>(roster_->text_count());
    if (id < from_roster) return roster_->text(static_cast<std::int32_t>(id));
    return own_[static_cast<std::size_t>(id - from_roster)];
}

}  // namespace cadre
