// Package gazetteer has the official regions, departments and communes of France
// with their INSEE codes, and finds them by the spellings that releases use.
//
// Call [RegionNamed], [DepartmentNamed] or [CommunesNamed] with a printed name. They
// ignore differences in capitals, accents, hyphens and the like, and report them ([How]).
// They do not guess: [Suggest] offers a similar name, if there is just one, for a
// finding. Codes alone are looked up by other functions ([RegionByCode],
// [DepartmentByCode]), since "84" is a region and a department. [Scan] finds names
// inside running or glued text.
// [Contradicts] reports a name that contains a commune of another department.
//
// The tables come from the package named in [Edition] (Code officiel
// géographique 2026 of INSEE and postal codes of La Poste, gathered by Etalab),
// data under the Licence Ouverte 2.0, code under the MIT licence; `go generate`
// renews them. Regions and departments are plain tables and cost nothing at start;
// communes are unpacked when one is first looked up.
//
// A new edition may add, drop and rename places. Functions and codes keep their meaning
// within a major version.
//
// Not known: names of communes that were merged without becoming a delegated or
// associated commune (the data has their codes only), places below the commune,
// groupings of communes.
//
// Elsewhere: which column holds a department, and what to do with an unknown name
// (normalize).
package gazetteer
