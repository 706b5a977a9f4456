using LeadFilter.Core.Files;
using LeadFilter.Core.Permissions;
using LeadFilter.Core.Rules;

namespace LeadFilter.Core.Campaigns.Warnings;

/// <summary>A campaign that has loaded, looked at for what is allowed but surely not meant.</summary>
internal sealed record Inspection
{
    /// <summary>The campaign.</summary>
    public required Campaign Campaign { get; init; }

    /// <summary>Its terms.</summary>
    public required Terms Terms { get; init; }

    /// <summary>Its file.</summary>
    public required FileNode Root { get; init; }

    /// <summary>The ids of the grounds that are the primary reason of an example.</summary>
    public required IReadOnlySet<string> Shown { get; init; }

    /// <summary>The time against which ends of trials are told; null if they are not to be told.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>What the operator lets campaigns do.</summary>
    public required OperatorPermissions Permissions { get; init; }

    /// <summary>Where to say what is strange.</summary>
    public required MistakeList Mistakes { get; init; }

    /// <summary>The rules of the section <c>rules</c>, each with its place.</summary>
    public IEnumerable<(Rule Rule, FileNode Node)> Rules => Terms.Rules.Zip(ItemsOf("rules"));

    /// <summary>The same, and after them the rules of the suppression lists.</summary>
    public IEnumerable<(Rule Rule, FileNode Node)> RulesAndLists => Terms.Rules.Zip(ItemsOf("rules").Concat(ItemsOf("suppression")));

    /// <summary>Looks for everything.</summary>
    public void Run()
    {
        NeverMatching.Find(this);
        Contradictions.Find(this);
        UnwordedReasons.Find(this);
        AmbiguousReasons.Find(this);
        UnacceptedCategories.Find(this);
        UnshownRules.Find(this);
        UnusedNames.Find(this);
        UnsaidUnreadable.Find(this);
        EndedTrials.Find(this);
        InnerAddresses.Find(this);
        CapBounds.Find(this);
    }

    private IReadOnlyList<FileNode> ItemsOf(string section) => Root.Find(section)?.Items ?? [];
}
