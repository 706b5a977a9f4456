namespace LeadFilter.Core.Fields.Places.Postal;

/// <summary>By whose rules a postal code was read.</summary>
internal enum PostalSystem : byte
{
    /// <summary>ZIP codes.</summary>
    American,

    /// <summary>Codes of Canada Post.</summary>
    Canadian,

    /// <summary>Codes of Royal Mail.</summary>
    British,

    /// <summary>Codes of Australia Post.</summary>
    Australian,

    /// <summary>Codes of another country, by their shape alone.</summary>
    Other,
}
