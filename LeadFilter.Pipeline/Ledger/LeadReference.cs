using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Duplicates;

namespace LeadFilter.Pipeline.Ledger;

/// <summary>
/// Which bought lead is meant, in exactly one way: by its id (<c>lead</c>), by the CRM's (<c>crm_id</c>), or by hashes of its person as
/// vendors send them to ask for duplicates (<c>email_sha256</c> and the like, see <see cref="HashedPerson"/>).
/// </summary>
public sealed record LeadReference
{
    /// <summary>The most characters of a CRM's id.</summary>
    public const int MaxCrmIdLength = 128;

    private const string LeadField = "lead";
    private const string CrmIdField = "crm_id";

    private LeadReference()
    {
    }

    /// <summary>The lead's id; null if it is meant in another way.</summary>
    public LeadId? Lead { get; private init; }

    /// <summary>The CRM's id; null if it is meant in another way.</summary>
    public string? CrmId { get; private init; }

    /// <summary>Hashes of the person, of the layout that <see cref="HashedPerson"/> makes; null if it is meant in another way.</summary>
    internal Lead? Hashes { get; private init; }

    /// <summary>A reference by the lead's id.</summary>
    /// <param name="lead">The id.</param>
    public static LeadReference Of(LeadId lead) => new() { Lead = lead };

    /// <summary>The names of the fields that say which lead is meant.</summary>
    /// <param name="campaign">The campaign.</param>
    public static IEnumerable<string> NamesOf(Campaign campaign) => [LeadField, CrmIdField, .. HashedPerson.NamesOf(campaign)];

    /// <summary>Reads which lead is meant.</summary>
    /// <param name="field">Finds what was sent under a name; null or blank for nothing.</param>
    /// <param name="campaign">The campaign that bought it.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="why">What is wrong, in a sentence without any of what was sent.</param>
    public static bool TryRead(
        Func<string, string?> field,
        Campaign campaign,
        [NotNullWhen(true)] out LeadReference? reference,
        [NotNullWhen(false)] out string? why)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(campaign);
        reference = null;
        var (lead, crmId) = (TextOf(field, LeadField), TextOf(field, CrmIdField));
        var hashes = ReadHashes(field, campaign, out why);
        if (why is not null)
        {
            return false;
        }

        var ways = (lead is null ? 0 : 1) + (crmId is null ? 0 : 1) + (hashes is null ? 0 : 1);
        if (ways != 1)
        {
            why = ways == 0
                ? $"It does not say which lead: give one of {string.Join(", ", NamesOf(campaign))}."
                : $"It says which lead in {ways} ways: give only one of '{LeadField}', '{CrmIdField}' and hashes.";
            return false;
        }

        if (lead is not null)
        {
            reference = LeadId.TryParse(lead, out var id) ? Of(id) : null;
            why = reference is null ? $"'{LeadField}' is not the id of a lead: it must be 32 hex digits." : null;
        }
        else if (crmId is not null)
        {
            reference = crmId.Length <= MaxCrmIdLength ? new() { CrmId = crmId } : null;
            why = reference is null ? $"'{CrmIdField}' has more than {MaxCrmIdLength} characters." : null;
        }
        else
        {
            reference = new() { Hashes = hashes };
        }

        return reference is not null;
    }

    /// <summary>Not the reference: it may tell a person.</summary>
    public override string ToString() => Lead is { } lead ? $"lead {lead}" : CrmId is null ? "(person)" : "(CRM's id)";

    private static string? TextOf(Func<string, string?> field, string name) =>
        field(name)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The hashes that were sent; null if there are none.</summary>
    private static Lead? ReadHashes(Func<string, string?> field, Campaign campaign, out string? why)
    {
        var layout = HashedPerson.LayoutOf(campaign);
        var draft = new LeadDraft(layout);
        foreach (var name in layout.Fields.Select(static known => known.Name).Concat(layout.Aliases.Select(static alias => alias.Key)))
        {
            if (TextOf(field, name) is { } text)
            {
                draft.Add(name, text);
            }
        }

        why = null;
        var hashes = draft.ToLead(default);
        var sent = false;
        for (var slot = 0; slot < layout.Fields.Count; slot++)
        {
            if (hashes[slot].Why is { } wrong)
            {
                why = $"'{layout.Fields[slot].Name}' is not a SHA-256: {wrong}.";
                return null;
            }

            sent |= hashes[slot].IsValid;
        }

        return sent ? hashes : null;
    }
}
