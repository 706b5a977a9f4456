namespace LeadFilter.Core.Fields.Places.Countries;

/// <summary>
/// What countries are called besides their codes and usual names: official names, older ones, those in the country's own words, nations
/// of a kingdom.
/// </summary>
internal static class CountryNames
{
    /// <summary>Two letters, then names with commas between them.</summary>
    public const string Text =
        """
        AE UAE, Emirates
        AT Osterreich, Oesterreich
        BA Bosnia, Bosna i Hercegovina
        BE Belgique, Belgie, Belgien
        BO Plurinational State of Bolivia
        BQ Bonaire
        BR Brasil
        BS The Bahamas
        BY Belorussia
        CD DR Congo, DRC, Congo Kinshasa, Zaire
        CG Republic of the Congo, Congo Brazzaville
        CH Schweiz, Suisse, Svizzera, Confoederatio Helvetica
        CI Cote d'Ivoire
        CN PRC, People's Republic of China, Mainland China
        CV Cabo Verde
        CZ Czech Republic, Ceska Republika, Cesko
        DE Deutschland, Federal Republic of Germany, Allemagne, Alemania
        DK Danmark
        DO Dominican Rep, Republica Dominicana
        DZ Algerie
        ES Espana, Espagne
        FI Suomi
        FK Falklands, Islas Malvinas
        FM Federated States of Micronesia
        FR Republique Francaise
        GB UK, Great Britain, Britain, United Kingdom of Great Britain and Northern Ireland, England
        GB Scotland, Wales, Northern Ireland, Cymru, U Kingdom
        GM The Gambia
        GR Hellas, Ellada
        HK Hong Kong SAR, Hong Kong SAR China
        HR Hrvatska
        HU Magyarorszag
        IE Eire, Republic of Ireland, ROI, Southern Ireland
        IN Bharat
        IR Islamic Republic of Iran, Persia
        IS Island
        IT Italia
        JP Nippon, Nihon
        KN Saint Kitts, Saint Christopher and Nevis
        KP DPRK, Democratic People's Republic of Korea
        KR Korea, Republic of Korea, ROK, Korea South, Korea Republic of
        LA Lao, Lao PDR, Lao People's Democratic Republic
        LK Ceylon
        LT Lietuva
        LU Luxemburg
        LV Latvija
        MA Maroc
        MD Moldavia, Republic of Moldova
        MK Macedonia, FYROM, Republic of North Macedonia
        MM Burma
        MO Macau, Macao SAR
        MX Mejico, Estados Unidos Mexicanos
        NL Holland, Nederland, Pays Bas
        NO Norge, Noreg
        NZ Aotearoa, N Zealand
        PH Phillipines, Philipines, Pilipinas, Republic of the Philippines
        PL Polska
        PS State of Palestine, Palestinian Territories
        RO Rumania
        RU Russian Federation, Rossiya
        SA KSA, Kingdom of Saudi Arabia
        SE Sverige
        SI Slovenija
        SK Slovak Republic, Slovensko
        ST Sao Tome
        SY Syrian Arab Republic
        SZ Swaziland
        TC Turks and Caicos
        TL East Timor, Timor Leste
        TR Turkey, Turkiye
        TT Trinidad, Tobago
        TW Republic of China, Taiwan Province of China, Chinese Taipei
        TZ United Republic of Tanzania
        UA Ukraina
        US United States of America, America, U States, United State, US of A, USofA, Estados Unidos
        US Estados Unidos de America, EEUU, EUA, Etats Unis, Vereinigte Staaten
        VA Holy See, Vatican
        VC Saint Vincent
        VE Bolivarian Republic of Venezuela
        VG BVI, Virgin Islands British
        VI USVI, Virgin Islands US, Virgin Islands of the United States
        VN Viet Nam
        ZA RSA, Republic of South Africa, S Africa
        """;
}
