// Names of US states and of countries, as fold.Words leaves them.

package lexicon

// USStates are the states, separated by commas.
const USStates = `alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,georgia,hawaii,idaho,illinois,` +
	`indiana,iowa,kansas,kentucky,louisiana,maine,maryland,massachusetts,michigan,minnesota,mississippi,missouri,montana,nebraska,` +
	`nevada,new hampshire,new jersey,new mexico,new york,north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,rhode island,` +
	`south carolina,south dakota,tennessee,texas,utah,vermont,virginia,washington,west virginia,wisconsin,wyoming,district of columbia`

// SpokenCountries are names in use besides those of the tables.
const SpokenCountries = `uk,usa,us,etats unis,royaume uni,grande bretagne,great britain,angleterre,england,ecosse,scotland,wales,` +
	`pays de galles,irlande du nord,northern ireland,czech republic,republique tcheque,hong kong,taiwan,turkey,turquie,russia,russie,` +
	`ivory coast,cote d'ivoire,coree du sud,south korea,kosovo,palestine`
