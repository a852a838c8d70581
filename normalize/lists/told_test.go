// Lists whose entries are told: accounts, and heads with text below.

package lists

import (
	"strings"
	"testing"
)

func TestReadTold(t *testing.T) {
	for name, c := range map[string]struct{ format, text, columns, want string }{
		"nominations with a function and a sentence": {
			"txt", "Le conseil annonce les nominations suivantes.\n\nAnne Roux, directrice des achats. Elle a dirigé douze ans le site de Pau.\n\nKarim Saïdi, directeur du réseau. Ancien cheminot, il succède à Paul Morin.\n\nLise Amar, secrétaire générale. Juriste, elle était adjointe depuis 2019.\n",
			"name detail detail_2", "Anne Roux|directrice des achats|Elle a dirigé douze ans le site de Pau.\nKarim Saïdi|directeur du réseau|Ancien cheminot, il succède à Paul Morin\nLise Amar|secrétaire générale|Juriste, elle était adjointe depuis 2019\n",
		},
		"deals with an amount": {
			"txt", "This week in funding\n\nMost of the money went to health.\n\nTarnwell, a maker of sensors, raised $14 million from two funds.\n\nBrightmoor Robotics closed a $27 million round led by a carmaker.\n\nQuill Health, a payroll platform, raised $3.2 million from friends.\n",
			"name amount", "Tarnwell|$14 million\nBrightmoor Robotics|$27 million\nQuill Health|$3.2 million\n",
		},
		"gifts below the names of who gave them": {
			"html", "<h1>Grants roundup</h1><p>Large gifts this month:</p><h3>Delmar Foundation</h3><p>$12 million to a reading project.</p><h3>Ida Crewe Trust</h3><p>$4.5 million for a new ward.</p><p>It had given less before.</p><h3>Northfield Fund</h3><p>$900,000 for libraries.</p>",
			"name amount detail", "Delmar Foundation|$12 million|$12 million to a reading project\nIda Crewe Trust|$4.5 million|$4.5 million for a new ward. It had given less before.\nNorthfield Fund|$900,000|$900,000 for libraries\n",
		},
		"decisions with the same labels": {
			"html", "<h1>Décisions de la commission</h1><h3>Les Voix du fleuve</h3><p><b>Porteur :</b> Compagnie du Bac</p><p><b>Décision :</b> aide de 8 000 €</p><h3>Radio Quartier</h3><p><b>Porteur :</b> Ondes libres</p><p><b>Décision :</b> refus</p><h3>Carnets de marche</h3><p><b>Porteur :</b> Marthe Guillou</p><p><b>Décision :</b> aide de 3 500 €</p>",
			"name porteur decision", "Les Voix du fleuve|Compagnie du Bac|aide de 8 000 €\nRadio Quartier|Ondes libres|refus\nCarnets de marche|Marthe Guillou|aide de 3 500 €\n",
		},
		"names below heads, some with a town": {
			"md", "# The clinics that closed\n\n**Kansas**\n\nHarper Clinic (Anthony)  \nPlains Family Health  \n\n**Missouri**\n\nPike Valley Center  \n\n**Texas**\n\nCaprock Clinic  \nSabine Community Clinic (Hemphill)  \nPalo Duro Health Center  \n",
			"state name detail", "Kansas|Harper Clinic|Anthony\nKansas|Plains Family Health|\nMissouri|Pike Valley Center|\nTexas|Caprock Clinic|\nTexas|Sabine Community Clinic|Hemphill\nTexas|Palo Duro Health Center|\n",
		},
		"as many lines below each head are one record": {
			"md", "# Winners of the prize\n\n**First prize**  \nHarvey Gresham  \nPaper Kingdoms\n\n**Second prize**  \nOpal Marlowe  \nThe Quiet Field\n\n**Third prize**  \nAbigail Inskip  \nCopper Skies\n\n**Audience award**  \nJonah Redmayne  \nWinter Ferry\n\nAll of it is available from the press office on request.\n",
			"name detail detail_2", "First prize|Harvey Gresham|Paper Kingdoms\nSecond prize|Opal Marlowe|The Quiet Field\nThird prize|Abigail Inskip|Copper Skies\nAudience award|Jonah Redmayne|Winter Ferry\n",
		},
		"medals below categories, of plain text that says nothing of headings": {
			"txt", "Concours des miels : le palmarès\n\nMIELS DE LAVANDE\n\nMédaille d'or\n\nRucher des Baronnies, Nyons\nJean-Luc Faure, Grignan\n\nMédaille d'argent\n\nMiellerie du Soleil, Orange\n\nMIELS DE MONTAGNE\n\nMédaille d'or\n\nLes Abeilles du Vercors, Die\n\nMédaille de bronze\n\nSylvie Arnoux, Gap\n",
			"section section_2 name commune", "MIELS DE LAVANDE|Médaille d'or|Rucher des Baronnies|Nyons\nMIELS DE LAVANDE|Médaille d'or|Jean-Luc Faure|Grignan\nMIELS DE LAVANDE|Médaille d'argent|Miellerie du Soleil|Orange\nMIELS DE MONTAGNE|Médaille d'or|Les Abeilles du Vercors|Die\nMIELS DE MONTAGNE|Médaille de bronze|Sylvie Arnoux|Gap\n",
		},
		"heads between items that end as sentences, with nothing blank between": {
			"txt", "County to mend six bridges, and here is how it is paid for\n\nHow the money is split:\n\nAdams County\nn $1.25 million to replace the Mill Road bridge over Stony Creek.\nn $840,000 to repair the Depot Street bridge.\nn $2.1 million to replace the Route 9 bridge over the Little River.\nBenton County\nn $615,000 to repair the Gray Road culvert.\nn $1.9 million to replace the Union Avenue bridge on the river.\nCLAY COUNTY\nn $705,000 to replace the Orchard Lane culvert.\n",
			"section amount address", "Adams County|$1.25 million|replace the Mill Road bridge over Stony Creek\nAdams County|$840,000|repair the Depot Street bridge\nAdams County|$2.1 million|replace the Route 9 bridge over the Little River\nBenton County|$615,000|repair the Gray Road culvert\nBenton County|$1.9 million|replace the Union Avenue bridge on the river\nCLAY COUNTY|$705,000|replace the Orchard Lane culvert\n",
		},
		"names with votes, in several sentences": {
			"txt", "Réunie samedi, l'assemblée a élu son bureau. Outre Karine Lefort (112 voix), le Cameroun (98 voix) et la République tchèque (91 voix) l'emportent. Le sud envoie Odile Cazals, avec 120 voix, et le Danemark, (104 voix).\n",
			"name voix", "Karine Lefort|112\nCameroun|98\nRépublique tchèque|91\nOdile Cazals|120\nDanemark|104\n",
		},
		"awards with a purpose, led in by a verb": {
			"txt", "The awards go to Mill Lane Theatre, for new plays (£48,000); the Brook Quartet, for its schools tour (£12,500); Harbour Print Studio, for two presses (£21,000); and Echo Radio Plays (£6,000).\n",
			"name detail amount", "Mill Lane Theatre|new plays|£48,000\nthe Brook Quartet|its schools tour|£12,500\nHarbour Print Studio|two presses|£21,000\nEcho Radio Plays||£6,000\n",
		},
		"a head above the first names is printed as the later ones": {
			"txt", "Liste des médecins de garde\n\nSamedi 14\nDr Alain Mercier - Cahors - 05 65 00 00 01\nDr Lise Fabre - Figeac - 05 65 00 00 02\n\nDimanche 15\nDr Hugo Costes - Gourdon - 05 65 00 00 03\nDr Nora Benali - Souillac - 05 65 00 00 04\n",
			"section name phone", "Samedi 14|Dr Alain Mercier|05 65 00 00 01\nSamedi 14|Dr Lise Fabre|05 65 00 00 02\nDimanche 15|Dr Hugo Costes|05 65 00 00 03\nDimanche 15|Dr Nora Benali|05 65 00 00 04\n",
		},
		"the word before each telephone number": {
			"html", "<h1>Nos agences</h1><h4>Agence de Brest</h4><p>12 rue de Siam<br>29200 Brest<br>Tél. 02 98 00 00 01</p><h4>Agence de Quimper</h4><p>3 quai de l'Odet<br>29000 Quimper<br>Tél. 02 98 00 00 02</p><h4>Agence de Lorient</h4><p>8 cours de Chazelles<br>56100 Lorient<br>Tél. 02 97 00 00 03</p>",
			"name commune phone", "Agence de Brest|Brest|02 98 00 00 01\nAgence de Quimper|Quimper|02 98 00 00 02\nAgence de Lorient|Lorient|02 97 00 00 03\n",
		},
		"telephone numbers of another country": {
			"txt", "Four branches open.\n\n    Ash & Finch Leeds\n    22 Mill Street, Leeds\n    Opens: 5 September 2025\n    Phone: 0113 496 0101\n\n    Ash & Finch Hull\n    5 Quay Road, Hull\n    Opens: 19 September 2025\n    Phone: 01482 496 102\n\n    Ash & Finch York\n    7 Moor Lane, York\n    Opens: 10 October 2025\n    Phone: 01904 496 103\n\nThe firm is old.\n",
			"name phone", "Ash & Finch Leeds|0113 496 0101\nAsh & Finch Hull|01482 496 102\nAsh & Finch York|01904 496 103\n",
		},
		"telephone numbers in a line": {
			"md", "The following clinics stay open:\n\n- Elm Road Clinic, Leeds, tel 0113 496 0101\n- Harbour Practice, Hull, tel 01482 496 103\n- Moor Lane Surgery, York, tel 01904 496 104\n",
			"name detail phone", "Elm Road Clinic|Leeds|0113 496 0101\nHarbour Practice|Hull|01482 496 103\nMoor Lane Surgery|York|01904 496 104\n",
		},
		"raised on the advice of a council": {
			"html", "<h1>Ordre de la Forêt</h1><p>Sur proposition du conseil de l'Ordre, sont élevés au grade de commandeur :</p><ol><li>Mme Anne Roux, garde à Vittel ;</li><li>M. Karim Saïdi, directeur de la scierie Saïdi, Morin et Fils ;</li><li>Mme Lise Amar, botaniste, professeure à l'université de Nancy ;</li><li>M. Paul Stéphane, bûcheron.</li></ol>",
			"name detail", "Mme Anne Roux|garde à Vittel\nM. Karim Saïdi|directeur de la scierie Saïdi, Morin et Fils\nMme Lise Amar|botaniste, professeure à l'université de Nancy\nM. Paul Stéphane|bûcheron\n",
		},
		"a mark after the brackets": {
			"md", "La liste des fêtes :\n\n- Fête du lac (Gérardmer)\n- Nuit du bois (Épinal) ◆\n- Joutes du canal (Toul)\n- Foire aux vins (Sierck) ◆\n\n◆ nouvelle fête\n",
			"name", "Fête du lac\nNuit du bois ◆\nJoutes du canal\nFoire aux vins ◆\n",
		},
		"marks of notes in Markdown": {
			"md", "Les effectifs de la rentrée :\n\n* **Boulangerie** : 1 245 apprentis (−3,2 %)\n* **Coiffure** : 612 apprentis (−11,8 %)[^1]\n* **Bâtiment** : 2 903 apprentis (−0,6 %)\n* **Vente** : 400 apprentis (+15 %)[^2]\n\n[^1]: Hors brevet.\n[^2]: Ouverte en 2022.\n",
			"name apprentis percent", "Boulangerie|1 245|−3,2 %\nCoiffure|612|−11,8 %\nBâtiment|2 903|−0,6 %\nVente|400|+15 %\n",
		},
		"marks of notes in brackets": {
			"txt", "Trois piscines rouvrent cet été :\n\n- Piscine du Lac, Gérardmer, 4 bassins (1)\n- Piscine des Bains, Épinal, 3 bassins\n- Piscine du Nord, Toul, 2 bassins (2)\n\n(1) Ouverture partielle en juin.\n(2) Sous réserve de travaux.\n",
			"name bassins", "Piscine du Lac|4\nPiscine des Bains|3\nPiscine du Nord|2\n",
		},
		"heads of which one is no country": {
			"txt", "Skua Air announces its network\nBergen, November 3, 2025\n\nSkua Air will serve seven destinations next summer.\n\nUnited Kingdom\n- Aberdeen\n- Bristol\n\nGermany\n- Bremen\n- Leipzig/Halle\n\nNordic countries\n- Billund\n- Tórshavn (Vágar)\n- Umeå\n",
			"section country name", "United Kingdom||Aberdeen\nUnited Kingdom||Bristol\nGermany||Bremen\nGermany||Leipzig/Halle\nNordic countries||Billund\nNordic countries||Tórshavn (Vágar)\nNordic countries||Umeå\n",
		},
		"weights in two units": {
			"txt", "The following products are recalled:\n\n* Mature Cheddar, 350 g, batch L2207\n* Red Leicester, 200 g, batch L2198\n* Grated Mozzarella, 1 kg, batch L2240\n",
			"name detail", "Mature Cheddar|350 g\nRed Leicester|200 g\nGrated Mozzarella|1 kg\n",
		},
		"a title before one of the names": {
			"md", "# Four new partners\n\n**Priya Nair (Leeds, Real Estate).** Priya advises developers on large schemes. She joined in 2013.\n\n**Tom Hanley (York, Employment).** Tom acts for retailers and public bodies.\n\n**Dr. Inga Holm (London, Life Sciences).** Inga trained as a chemist in Bergen.\n\n**Ana Costa (London, Disputes).** Ana returns after nine years at the Bar.\n",
			"name detail detail_2", "Priya Nair|Leeds|Real Estate\nTom Hanley|York|Employment\nDr. Inga Holm|London|Life Sciences\nAna Costa|London|Disputes\n",
		},
		"speakers with a line below, under leads": {
			"txt", "The forum has its speakers. Opening the first day:\n\n• Helena Strand\nMayor of Vikhavn\n• Joao Teixeira\nDirector of Port Planning, Leixos\n\nClosing the second day:\n\n• Mei Lin Chua\nDeputy Secretary, Ministry of Transport, Singapore\n",
			"section name detail", "The forum has its speakers. Opening the first day|Helena Strand|Mayor of Vikhavn\nThe forum has its speakers. Opening the first day|Joao Teixeira|Director of Port Planning, Leixos\nClosing the second day|Mei Lin Chua|Deputy Secretary, Ministry of Transport, Singapore\n",
		},
		"hours with who speaks, and breaks without": {
			"txt", "Programme de la journée\n\n9h15 : Accueil\n9h30 : Habiter autrement, une histoire\nClaire Dumoutier, historienne\n10h15 : Le droit face aux yourtes\nYann Prigent, avocat\nSabine Oury, juriste\n11h00 : Pause\n11h20 : Construire en saule\nInès Carpentier, artisane\n",
			"time name detail detail_2 detail_3", "9h15|Accueil|||\n9h30|Habiter autrement, une histoire|Claire Dumoutier|historienne|\n10h15|Le droit face aux yourtes|Yann Prigent|avocat|Sabine Oury, juriste\n11h00|Pause|||\n11h20|Construire en saule|Inès Carpentier|artisane|\n",
		},
		"categories with graded names and their towns": {
			"txt", "Voici les résultats.\n\nBlanc sec. Or : Domaine Perret, Bessenay et Cave des Coteaux, Savigny ; argent : Domaine du Clos, Millery.\n\nRosé. Argent : Château de Chaze, Lentilly ; bronze : Domaine Rivoire, Bully.\n\nRouge. Or : Domaine des Granges, Chessy.\n",
			"section section_2 name commune", "Blanc sec|Or|Domaine Perret|Bessenay\nBlanc sec|Or|Cave des Coteaux|Savigny\nBlanc sec|argent|Domaine du Clos|Millery\nRosé|Argent|Château de Chaze|Lentilly\nRosé|bronze|Domaine Rivoire|Bully\nRouge|Or|Domaine des Granges|Chessy\n",
		},
		"awards with winners and runners-up": {
			"txt", "Winners in full:\n\n- Classroom Award. Winner Nora Ames (Science), runners-up Tim Boyle (Art), Fay Dunn (Music);\n- Newcomer Award. Winner Sam Okoro (Maths), runner-up Priya Nair (History);\n- Support Award. Winner Lena Holt (Library), runner-up Joe Carver (Reception).\n",
			"section section_2 name detail", "Classroom Award|Winner|Nora Ames|Science\nClassroom Award|runners-up|Tim Boyle|Art\nClassroom Award|runners-up|Fay Dunn|Music\nNewcomer Award|Winner|Sam Okoro|Maths\nNewcomer Award|runner-up|Priya Nair|History\nSupport Award|Winner|Lena Holt|Library\nSupport Award|runner-up|Joe Carver|Reception\n",
		},
		"a figure with its noun after a small word": {
			"txt", "Les 3 communes retenues sont :\n\n1) Mende (48), pour 3 projets ;\n2) Millau (12), pour 2 projets ;\n3) Albi (81), pour 1 projet.\n",
			"name department projets", "Mende|48|3\nMillau|12|2\nAlbi|81|1\n",
		},
		"items with a further line each": {
			"md", "# Les intervenants\n\n- **Aïcha Mansour**\n  Directrice de l'agence de bassin\n- **Bertrand Loiseau**\n  Hydrologue, université de Metz\n- **Carole Petitjean**\n  Maire de Toul\n",
			"name detail", "Aïcha Mansour|Directrice de l'agence de bassin\nBertrand Loiseau|Hydrologue, université de Metz\nCarole Petitjean|Maire de Toul\n",
		},
		"one item is wrapped": {
			"md", "# Places of the conference\n\n- Meeting 2021 - Leeds, March 14\n- Meeting 2022 - Derby,\n  May 23\n- Meeting 2023 - Bath, June 2\n- Meeting 2024 - York, May 9\n",
			"name detail date", "Meeting 2021|Leeds|March 14\nMeeting 2022|Derby|May 23\nMeeting 2023|Bath|June 2\nMeeting 2024|York|May 9\n",
		},
		"codes with a leading zero are no figures": {
			"md", "Bureaux de vote déplacés\n\n* 0101 - École Jules-Ferry\n* 0102 - Mairie annexe\n* 0207 - Maison des aînés\n* 0311 - Halle aux grains\n",
			"code name", "0101|École Jules-Ferry\n0102|Mairie annexe\n0207|Maison des aînés\n0311|Halle aux grains\n",
		},
		"hours from and to are one time": {
			"txt", "Les permanences\n\nAntenne de Redon\nPlace Saint-Sauveur\nMardi de 9 h à 12 h\n\nAntenne de Guichen\nRue du Commandant\nJeudi de 14 h à 17 h\n\nAntenne de Pipriac\nPlace de Verdun\nLundi de 14 h à 16 h\n",
			"name address detail", "Antenne de Redon|Place Saint-Sauveur|Mardi de 9 h à 12 h\nAntenne de Guichen|Rue du Commandant|Jeudi de 14 h à 17 h\nAntenne de Pipriac|Place de Verdun|Lundi de 14 h à 16 h\n",
		},
		"a town, a state and a figure in brackets": {
			"md", "# Hospitals that share the grant\n\n- Mercy Hospital (Dubuque, Iowa; 220 beds)\n- Saint Luke's (Cedar Falls, Iowa; 140 beds)\n- Grant Hospital (Lancaster, Wisconsin)\n- Prairie Center (Galena, Illinois; 75 beds)\n",
			"name detail state beds", "Mercy Hospital|Dubuque|Iowa|220\nSaint Luke's|Cedar Falls|Iowa|140\nGrant Hospital|Lancaster|Wisconsin|\nPrairie Center|Galena|Illinois|75\n",
		},
		"quoted titles that each region enumerates": {
			"md", "# New books by region\n\n- North: \"The Salt Road\" by Ann Pell, \"Hard Water\" by Joe Greer and \"Coal Light\" by Mina Shaw\n- Midlands: \"The Canal\" by Raj Patel and \"Pottery Row\" by Sue Lock\n",
			"section name", "North|\"The Salt Road\" by Ann Pell\nNorth|\"Hard Water\" by Joe Greer\nNorth|\"Coal Light\" by Mina Shaw\nMidlands|\"The Canal\" by Raj Patel\nMidlands|\"Pottery Row\" by Sue Lock\n",
		},
		"classes with ranks as labels are groups": {
			"txt", "Fair results\n\nMARKET BEEF\nGrand Champion: Tyler Knox, Dayton\nThird: Jose Ramos, Prescott\n\nMARKET SWINE\nGrand Champion: Kayla Wirth, Touchet\n\nMARKET LAMB\nGrand Champion: Ada Lunn, Waitsburg\nThird: Mia Torres, Burbank\nFourth: Joel Dietz, Touchet\n",
			"section name detail detail_2", "MARKET BEEF|Grand Champion|Tyler Knox|Dayton\nMARKET BEEF|Third|Jose Ramos|Prescott\nMARKET SWINE|Grand Champion|Kayla Wirth|Touchet\nMARKET LAMB|Grand Champion|Ada Lunn|Waitsburg\nMARKET LAMB|Third|Mia Torres|Burbank\nMARKET LAMB|Fourth|Joel Dietz|Touchet\n",
		},
		"codes, another number on each line": {
			"txt", "The following zones may go home from noon:\n\nLAK-101, LAK-102, LAK-104A\nMER-220,MER-221, MER-222, MER-223\nSON-310\n\nRoads stay closed at night.\n",
			"name", "LAK-101\nLAK-102\nLAK-104A\nMER-220\nMER-221\nMER-222\nMER-223\nSON-310\n",
		},
		"sums before and after whom they are for": {
			"txt", "Le club de rugby recevra 12 000 €, l'école de danse 4 500 €, 900 € iront à la chorale et l'amicale laïque percevra 3 200 €. Le total reste stable.\n",
			"name amount", "club de rugby|12 000 €\nécole de danse|4 500 €\nchorale|900 €\namicale laïque|3 200 €\n",
		},
		"towns of countries, which several share": {
			"txt", "Les sept ports admis sont : Paimpol et Honfleur de France, Galway d'Irlande, Bergen de Norvège, Vigo et Cadix d'Espagne, ainsi que Split de Croatie.\n",
			"name country", "Paimpol|France\nHonfleur|France\nGalway|Irlande\nBergen|Norvège\nVigo|Espagne\nCadix|Espagne\nSplit|Croatie\n",
		},
		"honours for services, below leads": {
			"txt", "The people commended in the Honours\n\nSome people across the region are on this list.\n\nThe honour of Member (MBE) is being given to the following:\n\nMrs Catherine Dunmore for services to Education and Training.\n\nMiss Tess Gilroy for services to Folk Music.\n\nThe Medal (BEM) is being given to the following:\n\nMr Peter Algar for services to Young People.\n\nMs Morag Kerr for services to Curling.\n",
			"name detail", "Mrs Catherine Dunmore|services to Education and Training\nMiss Tess Gilroy|services to Folk Music\nMr Peter Algar|services to Young People\nMs Morag Kerr|services to Curling\n",
		},
		"schools and their recipients": {
			"md", "# Scholarships\n\nLocal recipients are:\n\n- Central High School's recipient is Alexandra Fischer.\n- Peach Tree High School's recipient is Mallory Coward.\n- Montclair High School's recipient is Andrew Jutland.\n- South Fork High School's recipient is Malachy Decker.\n",
			"name detail", "Central High School's recipient|Alexandra Fischer\nPeach Tree High School's recipient|Mallory Coward\nMontclair High School's recipient|Andrew Jutland\nSouth Fork High School's recipient|Malachy Decker\n",
		},
		"a paragraph of champions below a heading": {
			"md", "# The fair is over\n\nIt rained on Sunday.\n\n## Rabbit Show Awards\n\nChampion Doe - Nat Latimer, Reserve Champion Doe - Lillian Hull, Champion Buck - Miles Aasen, Reserve Champion Buck - Jo Steele.\n",
			"name detail", "Champion Doe|Nat Latimer\nReserve Champion Doe|Lillian Hull\nChampion Buck|Miles Aasen\nReserve Champion Buck|Jo Steele\n",
		},
		"sentences without a blank after the full stop": {
			"txt", "La région vient en tête avec 26 lauréats.Neuf communes obtiennent le label : Lanslebourg (Savoie), Le Bez (Tarn), Cassel (Nord), Wissant (Pas-de-Calais).Le jury a jugé l'accueil.\n",
			"department name", "Savoie|Lanslebourg\nTarn|Le Bez\nNord|Cassel\nPas-de-Calais|Wissant\n",
		},
		"names in bold type before verbs that no list has": {
			"md", "# Sports hall names its class\n\nFive people enter the hall of fame. The inductees:\n\n**Gina Torrance** swam for the county in three finals.\n\n**Dot Pearson** kept score at the ball park for fifty years.\n\n**Ray and Lou Kemp** built the first ski lift in the valley.\n\n**Abel Cruz** held four titles on the wrestling mat.\n",
			"name detail", "Gina Torrance|swam for the county in three finals\nDot Pearson|kept score at the ball park for fifty years\nRay and Lou Kemp|built the first ski lift in the valley\nAbel Cruz|held four titles on the wrestling mat\n",
		},
		"awards over why they were given": {
			"txt", "Small business awards\n\nRetailer of the Year: Potts Hardware, Milton\nThe judges liked its repair bench.\n\nNewcomer of the Year: Saffron Kitchen, Oldbury\nOpen for nine months, it feeds the street.\n\nGreen Business of the Year: Loop Laundry, Milton\nIt cut its water use by half.\n\nExporter of the Year: Carver Pumps, Stoke Hill\nMost of its pumps go abroad.\n",
			"name detail detail_2", "Retailer of the Year|Potts Hardware|Milton\nNewcomer of the Year|Saffron Kitchen|Oldbury\nGreen Business of the Year|Loop Laundry|Milton\nExporter of the Year|Carver Pumps|Stoke Hill\n",
		},
		"years as heads": {
			"txt", "Les casernes qui ferment\n\n2025\n\n- Caserne Bayard (Ariège, 210 agents)\n- Caserne Lannes (Gers, 145 agents)\n\n2026\n\n- Camp Foch (Aisne, 95 agents)\n- Caserne Ney (Moselle, 410 agents)\n",
			"section name department agents", "2025|Caserne Bayard|Ariège|210\n2025|Caserne Lannes|Gers|145\n2026|Camp Foch|Aisne|95\n2026|Caserne Ney|Moselle|410\n",
		},
		"a bracket of a place and a figure, where one has no figure": {
			"txt", "Homes chosen for the first round:\n\n* Aldermoor House (Kent, 42 beds)\n* Beechcroft (Surrey, 28 beds)\n* Copse Hill (Essex)\n* Dovecote Lodge (Kent, 55 beds)\n* Elm Park (Sussex, 31 beds)\n",
			"name detail beds", "Aldermoor House|Kent|42\nBeechcroft|Surrey|28\nCopse Hill|Essex|\nDovecote Lodge|Kent|55\nElm Park|Sussex|31\n",
		},
		"an ampersand in the only name of an entry": {
			"txt", "Le jury a distingué :\n\n- Prix du logement (Atelier Morin, Studio Belpaire et Agence Tournier)\n- Prix du bois (Cabinet Roux et Atelier Nord)\n- Prix de l'innovation (Agence Pin & Chêne)\n",
			"name detail", "Prix du logement|Atelier Morin\nPrix du logement|Studio Belpaire\nPrix du logement|Agence Tournier\nPrix du bois|Cabinet Roux\nPrix du bois|Atelier Nord\nPrix de l'innovation|Agence Pin & Chêne\n",
		},
		"names below heads that count them": {
			"txt", "The schools of the program\n\nAdams County (3)\nBirch Street School\nMonroe School\nSaint Clare School\n\nBenton County (2)\nHill Valley High\nUnion Elementary\n\nClay County (2)\nEastgate School\nRoosevelt High\n",
			"section name", "Adams County (3)|Birch Street School\nAdams County (3)|Monroe School\nAdams County (3)|Saint Clare School\nBenton County (2)|Hill Valley High\nBenton County (2)|Union Elementary\nClay County (2)|Eastgate School\nClay County (2)|Roosevelt High\n",
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := read(t, c.format, c.text)
			if got := rows(r, strings.Fields(c.columns)...); got != c.want {
				t.Errorf("got\n%swant\n%snotes %v", got, c.want, r.Notes)
			}
		})
	}
}

func TestNotTold(t *testing.T) {
	for name, c := range map[string]struct{ format, text string }{
		"results":                              {"md", "# Halden's third quarter\n\n- Revenue rose 8% to $412 million, helped by Asia.\n- Operating profit reached $58 million, up from $51 million.\n- Net debt fell by $20 million to $133 million.\n"},
		"results without a verb that is known": {"md", "# Halden's quarter\n\n- Revenue up 8% to $412 million, with strong demand in Asia.\n- Operating profit reached $58 million, up from $51 million a year earlier.\n- Net debt fell by $20 million to $133 million.\n"},
		"reactions":                            {"txt", "Réactions après l'accord\n\nMarie Dupont, directrice, salue un compromis. « Nous pouvons travailler », dit-elle.\n\nJean Lambert, délégué, se montre prudent. Il attend les embauches promises.\n\nSophie Tran, maire, a remercié les deux parties de leur effort.\n"},
		"history":                              {"txt", "Cent ans de conserves\n\nEn 1956, Yves Bihan ouvre un second atelier à Pau. Il compte alors 80 salariés.\n\nEn 1987, Anne Bihan lance les recettes biologiques et double le chiffre d'affaires.\n\nEn 2010, un incendie détruit l'usine de Tarbes. Elle sera reconstruite pour 6 millions d'euros.\n"},
		"chapters":                             {"md", "# Une année au service de tous\n\n## Le logement\n\nLes loyers ont été gelés.\n\n## Les routes\n\nLes ponts sont surveillés.\n\n## La culture\n\nLes festivals sont soutenus.\n"},
		"questions":                            {"md", "# The new bins\n\n## When do they come?\n\nThey come in June.\n\n## What goes in?\n\nPaper goes in.\n\n## Who pays?\n\nThe county pays.\n"},
	} {
		if r := read(t, c.format, c.text); len(r.Lists) != 0 || len(r.Notes) != 0 {
			t.Errorf("%s: read as a list:\n%s%v", name, rows(r, "name", "detail"), r.Notes)
		}
	}
}

// What looks like a list and was not read is a doubt.
func TestSeen(t *testing.T) {
	for name, text := range map[string]string{
		"glued amounts":   "Grants this year\n\nApplicant Project Award Bath Town Sewers $857,500 Bath Village Lift Station $562,500 Binghamton Interceptor $2,753,750 Endicott Well $5,000,000 Odessa Water $2,996,295\n",
		"parallel prizes": "Le festival a remis ses prix\n\nLe grand prix revient à Élise Favre pour « Névé » (Guérin), le prix du récit à Paul Quémard pour « L'Arête » (Glénat), le prix du beau livre à Nora Stein pour « Glaciers » (Hoëbeke) et le prix jeunesse à Tom Basset pour « Marmotte » (Milan).\n",
	} {
		r := read(t, "txt", text)
		if len(r.Lists) != 0 || len(r.Notes) != 1 || r.Notes[0].Severity != Doubt {
			t.Errorf("%s: %d lists, notes %v", name, len(r.Lists), r.Notes)
		}
	}
}

// A list that is left for a better one of another kind is named.
func TestAnotherList(t *testing.T) {
	r := read(t, "md", "# Water grants\n\nIt has $37 million for towns in 12 states: Alabama, California, Delaware, Iowa, Illinois, Indiana, Kansas, Kentucky, Maine, Michigan, Missouri and Vermont.\n\nAmong them:\n\n- A $4.9 million loan and a $3.7 million grant to Greenview, population 778, for a plant.\n- A $706,000 loan and an $815,000 grant to Wadesboro, population 5,841, for new pipes.\n- A $300,000 loan and a $638,000 grant to Wheelers, population 312, for its sewers.\n")
	for _, n := range r.Notes {
		if n.Severity == Doubt && strings.Contains(n.Why, "another list") {
			return
		}
	}
	t.Errorf("no doubt names the other list: %v", r.Notes)
}

// A lead above names that are too unlike to be read is a doubt; one above what is to be
// done is none.
func TestLedNamesAreSaid(t *testing.T) {
	for text, want := range map[string]bool{
		"# Vie du club\n\nFont leur entrée au bureau :\n\n- Anne Roux (Pau)\n- Karim Saïdi, maçon\n- Lise Amar – 12 ans\n":                  true,
		"# Vie du club\n\nIl vous est demandé de :\n\n- fermer les volets (le soir)\n- ranger la cour, même vide\n- prévenir – au besoin\n": false,
	} {
		r := read(t, "md", text)
		if got := len(r.Notes) > 0 && r.Notes[0].Code == "list-unread"; len(r.Lists) > 0 || got != want {
			t.Errorf("%q: %d lists, notes %v", text, len(r.Lists), r.Notes)
		}
	}
}
