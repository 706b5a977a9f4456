namespace LeadFilter.Tests.Faults.Checking;

/// <summary>All that is known of one submission: of a lead that a vendor sent once or several times.</summary>
internal sealed class Submission(string vendor, string name, string person)
{
    public string Vendor { get; } = vendor;

    public string Name { get; } = name;

    public string Person { get; } = person;

    /// <summary>The answers, in order.</summary>
    public List<Told> Answers { get; } = [];

    /// <summary>The leads that the CRM has of it.</summary>
    public HashSet<string> Delivered { get; } = [];

    /// <summary>The ids under which it was sold.</summary>
    public IReadOnlyList<string> Sold => Ids(ToldOutcome.Success);

    /// <summary>The ids under which it was rejected.</summary>
    public IReadOnlyList<string> Rejected => Ids(ToldOutcome.Failure);

    public override string ToString() => $"{Vendor}'s submission {Name}";

    private List<string> Ids(ToldOutcome outcome) =>
        [.. Answers.Where(answer => answer.Outcome == outcome).Select(answer => answer.Lead ?? "").Distinct()];
}
