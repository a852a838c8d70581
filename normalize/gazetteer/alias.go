// This file lists the other names of regions and departments: what people
// print though the official list does not have it.

package gazetteer

// An alias is a folded name, the code of the place that it stands for, and how
// it stands for it.
type alias struct {
	key, code string
	how       How
}

// regionAliases also serve with "région" before them; entries that begin with
// "region" hold only with that word.
var regionAliases = [...]alias{
	{"paca", "93", Alias},
	{"p a c a", "93", Alias},
	{"provence alpes cote d azur corse", "93", Old},
	{"region sud", "93", Alias},
	{"sud provence alpes cote d azur", "93", Alias},
	{"sud paca", "93", Alias},
	{"provence cote d azur", "93", Alias},
	{"centre", "24", Alias},
	{"cvl", "24", Alias},
	{"centre vdl", "24", Alias},
	{"idf", "11", Alias},
	{"region parisienne", "11", Alias},
	{"aura", "84", Alias},
	{"ara", "84", Alias},
	{"auvergne et rhone alpes", "84", Variant},
	{"bfc", "27", Alias},
	{"bourgogne et franche comte", "27", Variant},
	{"hdf", "32", Alias},
	{"pdl", "52", Alias},
	{"pdll", "52", Alias},
	{"grand est region", "44", Variant},
	{"reunion", "04", Variant},
	{"ile de la reunion", "04", Alias},
	{"guyane francaise", "03", Alias},
	{"collectivite territoriale de guyane", "03", Alias},
	{"collectivite territoriale de martinique", "02", Alias},
	{"collectivite de corse", "94", Alias},
	{"collectivite territoriale de corse", "94", Alias},
	{"saint barth", "977", Alias},
	{"taaf", "984", Alias},
	{"clipperton", "989", Alias},
	{"occitanie pyrenees mediterranee", "76", Alias},

	// names in English
	{"brittany", "53", Alias},
	{"normandy", "28", Alias},
	{"corsica", "94", Alias},
	{"burgundy franche comte", "27", Alias},
	{"centre loire valley", "24", Alias},
	{"reunion island", "04", Alias},
	{"french guiana", "03", Alias},
	{"french polynesia", "987", Alias},
	{"new caledonia", "988", Alias},

	// the 22 regions of before 2016 that are no more, and the first names of the new ones
	{"alsace", "44", Old},
	{"champagne ardenne", "44", Old},
	{"champagne ardennes", "44", Old},
	{"lorraine", "44", Old},
	{"alsace champagne ardenne lorraine", "44", Old},
	{"acal", "44", Old},
	{"aquitaine", "75", Old},
	{"limousin", "75", Old},
	{"poitou charentes", "75", Old},
	{"poitou charente", "75", Old},
	{"aquitaine limousin poitou charentes", "75", Old},
	{"alpc", "75", Old},
	{"auvergne", "84", Old},
	{"rhone alpes", "84", Old},
	{"rhone alpes auvergne", "84", Old},
	{"bourgogne", "27", Old},
	{"burgundy", "27", Old},
	{"franche comte", "27", Old},
	{"languedoc roussillon", "76", Old},
	{"midi pyrenees", "76", Old},
	{"languedoc roussillon midi pyrenees", "76", Old},
	{"lrmp", "76", Old},
	{"nord pas de calais", "32", Old},
	{"nord pas de calais picardie", "32", Old},
	{"npdc", "32", Old},
	{"picardie", "32", Old},
	{"picardy", "32", Old},
	{"basse normandie", "28", Old},
	{"haute normandie", "28", Old},
}

// departmentAliases leaves out names that were cut in several departments:
// Seine, Seine-et-Oise, Corse.
var departmentAliases = [...]alias{
	{"grand lyon", "69M", Alias},
	{"grand lyon metropole", "69M", Alias},
	{"metropole du grand lyon", "69M", Alias},
	{"lyon metropole", "69M", Alias},
	{"rhone et metropole de lyon", "69", Alias},
	{"nouveau rhone", "69", Alias},
	{"collectivite europeenne alsace", "6AE", Variant},
	{"ville de paris", "75", Alias},
	{"belfort territoire", "90", Variant},
	{"terr de belfort", "90", Variant},
	{"territoire belfort", "90", Variant},
	{"reunion", "974", Variant},
	{"ile de la reunion", "974", Alias},
	{"reunion island", "974", Alias},
	{"guyane francaise", "973", Alias},
	{"french guiana", "973", Alias},
	{"collectivite territoriale de guyane", "973", Alias},
	{"collectivite territoriale de martinique", "972", Alias},
	{"french polynesia", "987", Alias},
	{"new caledonia", "988", Alias},
	{"saint barth", "977", Alias},
	{"taaf", "984", Alias},
	{"clipperton", "989", Alias},
	{"alpes haute provence", "04", Variant},
	{"bches du rhone", "13", Variant},
	{"bouche du rhone", "13", Variant},
	{"haut de seine", "92", Variant},
	{"cote d armor", "22", Variant},
	{"landes de gascogne", "40", Alias},
	{"meurthe moselle", "54", Variant},
	{"ille vilaine", "35", Variant},
	{"maine loire", "49", Variant},

	// given up by decree
	{"cotes du nord", "22", Old},
	{"loire inferieure", "44", Old},
	{"seine inferieure", "76", Old},
	{"charente inferieure", "17", Old},
	{"basses alpes", "04", Old},
	{"basses pyrenees", "64", Old},
}
