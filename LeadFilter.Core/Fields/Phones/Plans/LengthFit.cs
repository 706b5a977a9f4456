namespace LeadFilter.Core.Fields.Phones.Plans;

/// <summary>How a number's length compares with those of a numbering plan.</summary>
internal enum LengthFit : byte
{
    /// <summary>Some numbers are that long.</summary>
    Possible,

    /// <summary>Only numbers dialled within one place, without its area code, are that long.</summary>
    Local,

    /// <summary>All numbers are longer.</summary>
    TooShort,

    /// <summary>All numbers are shorter.</summary>
    TooLong,

    /// <summary>Some numbers are longer and some shorter.</summary>
    Impossible,
}
