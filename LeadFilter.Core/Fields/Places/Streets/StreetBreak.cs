namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>What stands between two words of a street.</summary>
internal enum StreetBreak : byte
{
    /// <summary>Nothing, or a space.</summary>
    None,

    /// <summary>A comma, a parenthesis, or a dash with spaces around it.</summary>
    Comma,

    /// <summary>The slash of 3/45 King St, which is flat 3 of number 45.</summary>
    Slash,
}
