#pragma once

#include <cadre/messages/language.hpp>
#include <cadre/targets/deliverable.hpp>

#include <cstddef>

namespace cadre {

/// The owner of a row, or that the document names none.
LocalizedText owner_of(const DeliveryRow& row);
/// The title of a deliverable, marked where it is a milestone.
LocalizedText title_of(const Deliverable& deliverable);
/// A year, or that none is stated.
LocalizedText year_title(int year);
/// The state of one deliverable in a year; empty where it is not due in it.
LocalizedText state_in(const DeliveryRow& row, std::size_t deliverable, int year);

}  // namespace cadre
