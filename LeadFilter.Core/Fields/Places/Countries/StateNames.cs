namespace LeadFilter.Core.Fields.Places.Countries;

/// <summary>
/// What states are called besides their code and English name. Facts: the older abbreviations of the GPO Style Manual; Canada Post's and
/// Australia Post's addressing guidelines.
/// </summary>
internal static class StateNames
{
    /// <summary>Abbreviations and other names, each with the code; Australia's WA and NT with their country.</summary>
    public static readonly IReadOnlyList<(string Name, string Code)> All =
    [
        ("Ala", "AL"),
        ("Alas", "AK"),
        ("Ariz", "AZ"),
        ("Ark", "AR"),
        ("Calif", "CA"), ("Cal", "CA"),
        ("Colo", "CO"), ("Col", "CO"),
        ("Conn", "CT"),
        ("Del", "DE"),
        ("Washington DC", "DC"), ("Wash DC", "DC"),
        ("Fla", "FL"), ("Flor", "FL"),
        ("Ida", "ID"),
        ("Ill", "IL"),
        ("Ind", "IN"),
        ("Kans", "KS"), ("Kan", "KS"),
        ("Ken", "KY"),
        ("Mass", "MA"),
        ("Mich", "MI"),
        ("Minn", "MN"),
        ("Miss", "MS"),
        ("Mont", "MT"),
        ("Nebr", "NE"), ("Neb", "NE"),
        ("Nev", "NV"),
        ("N Mex", "NM"), ("New Mex", "NM"),
        ("New York State", "NY"),
        ("N Carolina", "NC"), ("N Car", "NC"),
        ("N Dakota", "ND"), ("N Dak", "ND"),
        ("Okla", "OK"),
        ("Oreg", "OR"), ("Ore", "OR"),
        ("Penn", "PA"), ("Penna", "PA"),
        ("S Carolina", "SC"), ("S Car", "SC"),
        ("S Dakota", "SD"), ("S Dak", "SD"),
        ("Tenn", "TN"),
        ("Tex", "TX"),
        ("Virg", "VA"),
        ("Wash", "WA"), ("Washington State", "WA"),
        ("W Virginia", "WV"), ("W Va", "WV"),
        ("Wis", "WI"), ("Wisc", "WI"),
        ("Wyo", "WY"),
        ("CNMI", "MP"),
        ("Virgin Islands", "VI"), ("USVI", "VI"),
        ("Alta", "AB"),
        ("Man", "MB"),
        ("Newfoundland", "NL"), ("Labrador", "NL"), ("Newfoundland & Labrador", "NL"), ("Nfld", "NL"), ("NF", "NL"),
        ("NWT", "NT"),
        ("Ont", "ON"),
        ("PEI", "PE"),
        ("Que", "QC"), ("PQ", "QC"),
        ("Sask", "SK"),
        ("Yukon Territory", "YT"),
        ("Colombie-Britannique", "BC"), ("Nouveau-Brunswick", "NB"), ("Terre-Neuve-et-Labrador", "NL"), ("Terre-Neuve", "NL"),
        ("Nouvelle-Ecosse", "NS"), ("Territoires du Nord-Ouest", "NT"), ("Ile-du-Prince-Edouard", "PE"),
        ("N S Wales", "NSW"), ("Qlnd", "QLD"), ("S Aust", "SA"), ("S Australia", "SA"), ("Tassie", "TAS"), ("Vict", "VIC"),
        ("W Aust", "AU-WA"), ("W Australia", "AU-WA"), ("N Territory", "AU-NT"),
        ("N Ireland", "NIR"), ("NI", "NIR"), ("Scot", "SCT"), ("Alba", "SCT"), ("Cymru", "WLS"),
    ];
}
