using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Campaigns.Lookups;

/// <summary>A check by a third party that a campaign makes of leads which its screen has passed.</summary>
public sealed class LookupPlan
{
    /// <summary>Its name, such as <c>trustedform</c>: what its facts' names begin with.</summary>
    public required string Name { get; init; }

    /// <summary>How it asks.</summary>
    public required LookupRequestPlan Request { get; init; }

    /// <summary>For which leads it is made; null for all.</summary>
    public Predicate<Lead>? When { get; init; }

    /// <summary>How long it may take: 50 ms to the campaign's budget.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>How long an answer is kept in memory; zero for not at all.</summary>
    public TimeSpan CacheFor { get; init; }

    /// <summary>What an answer gives.</summary>
    public required IReadOnlyList<LookupFact> Facts { get; init; }

    /// <summary>
    /// Whether the campaign decides nothing without it: a failure is answered with <c>error</c>, so that the vendor sends again.
    /// </summary>
    public bool IsNeeded { get; init; }

    /// <summary>Whether it counts as failed, without being made, for a lead that lacks a field which the request needs.</summary>
    public bool FailsWithoutFields { get; init; }

    /// <summary>The facts of a lead that lacks a field which the request needs: looked-up field and text.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> FactsWithoutFields { get; init; } = [];

    /// <summary>Where an answer of status 2xx says that the provider failed; null if it does not.</summary>
    public FactPath? FailurePath { get; init; }

    /// <summary>The texts at <see cref="FailurePath"/> that mean failure, compared without case.</summary>
    public IReadOnlyList<string> FailureValues { get; init; } = [];

    /// <summary>All that tells this look-up from another, so that no answer is taken for another's.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The looked-up field that says whether it failed.</summary>
    public string FailedField => $"{Name}.{FailedName}";

    /// <summary>The name of the fact that every look-up has.</summary>
    internal const string FailedName = "failed";

    /// <summary>Whether an HTTP status is an answer: 2xx, or one of which a fact speaks.</summary>
    /// <param name="status">The status.</param>
    public bool IsAnswer(int status) => status is >= 200 and < 300 || Facts.Any(fact => fact.Statuses.Contains(status));
}
