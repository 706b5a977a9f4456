namespace LeadFilter.Tests.Faults.Checking;

/// <summary>What a campaign promises, as plain numbers.</summary>
internal sealed record Terms
{
    /// <summary>How long a person who was bought is bought from nobody else.</summary>
    public TimeSpan DuplicateWindow { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How long a lead that is sent again gets its first answer.</summary>
    public TimeSpan ResendWindow { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Vendors whose contract has their duplicates bought.</summary>
    public IReadOnlySet<string> DuplicatesBoughtFrom { get; init; } = new HashSet<string>();

    /// <summary>The caps.</summary>
    public IReadOnlyList<CapTerms> Caps { get; init; } = [];
}

/// <summary>A cap.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Limit">How many leads are bought in a period at most.</param>
/// <param name="Period">How long a period is; periods begin at midnight, UTC.</param>
/// <param name="Vendor">Whose leads it counts; null for everybody's together.</param>
internal sealed record CapTerms(string Name, int Limit, TimeSpan Period, string? Vendor = null);
