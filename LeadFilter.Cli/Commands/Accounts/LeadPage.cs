using LeadFilter.Cli.Commands.Returns;

namespace LeadFilter.Cli.Commands.Accounts;

/// <summary>Everything that a filter knows of one lead.</summary>
/// <param name="Lead">Its id.</param>
/// <param name="Campaign">The campaign.</param>
/// <param name="At">When it was received.</param>
/// <param name="Vendor">Who sent it.</param>
/// <param name="Version">The version of the campaign that decided.</param>
/// <param name="Outcome"><c>success</c> or <c>failure</c>.</param>
/// <param name="Price">What is paid.</param>
/// <param name="Findings">Every ground that held.</param>
internal sealed record LeadPage(
    string Lead, string Campaign, DateTimeOffset At, string Vendor, string Version, string Outcome, decimal Price,
    IReadOnlyList<LeadFinding> Findings)
{
    /// <summary>Where the vendor got it; null if unknown.</summary>
    public string? Source { get; init; }

    /// <summary>Whether it was a test.</summary>
    public bool Test { get; init; }

    /// <summary>Where it went; null if it was not bought.</summary>
    public string? Route { get; init; }

    /// <summary>The score; null if there is none.</summary>
    public double? Score { get; init; }

    /// <summary>The lead that it only updates; null for a lead of its own.</summary>
    public string? UpdateOf { get; init; }

    /// <summary>The fields whose answers could not be read; null if there are none.</summary>
    public IReadOnlyList<string>? Unreadable { get; init; }

    /// <summary>The delivery; null if it was not bought, or is a test.</summary>
    public LeadDelivery? Delivery { get; init; }

    /// <summary>What became of it; null if it was not bought, or is a test.</summary>
    public LeadOutcomes? Outcomes { get; init; }

    /// <summary>Its return; null if it was not handed back.</summary>
    public ReturnLine? Return { get; init; }
}
