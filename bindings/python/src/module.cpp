#include "register.hpp"

// One register_<layer>.cpp a layer, in the order of the layers: a function's signature in a docstring names
// only classes that are registered before it.
PYBIND11_MODULE(_cadre, module) {
    module.doc() = "The compiled part of cadre; import cadre instead.";
    module.attr("__version__") = CADRE_VERSION;

    cadre::python::register_messages(module);
    cadre::python::register_vocabulary(module);
    cadre::python::register_roster(module);
    cadre::python::register_criteria(module);
    cadre::python::register_evaluation(module);
    cadre::python::register_timeline(module);
    cadre::python::register_remedies(module);
    cadre::python::register_targets(module);
    cadre::python::register_selection(module);
    cadre::python::register_planning(module);
    cadre::python::register_coverage(module);
    cadre::python::register_plan_review(module);
    cadre::python::register_proposal(module);
    cadre::python::register_rotation_graph(module);
    cadre::python::register_rotation_measures(module);
    cadre::python::register_rotation_audit(module);
    cadre::python::register_move_rules(module);
    cadre::python::register_rotation_plan(module);
    cadre::python::register_rotation_proposal(module);
    cadre::python::register_rotation_request(module);
    cadre::python::register_reports(module);
    cadre::python::register_difference(module);
    cadre::python::register_programme(module);
    cadre::python::register_testing(module);
}
