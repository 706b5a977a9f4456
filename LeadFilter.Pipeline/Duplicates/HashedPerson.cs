using System.Runtime.CompilerServices;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Hashes;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Suppression;

namespace LeadFilter.Pipeline.Duplicates;

/// <summary>
/// The fields by which a vendor can ask whether a person is known without saying who it is: <c>email_sha256</c> and the
/// like.
/// </summary>
public static class HashedPerson
{
    private const string Suffix = "_sha256";

    private static readonly ConditionalWeakTable<Campaign, FieldLayout> Layouts = [];

    /// <summary>
    /// The fields of a campaign: one for each field by which it recognises duplicates or asks suppression lists, also under
    /// its aliases.
    /// </summary>
    /// <param name="campaign">The campaign.</param>
    public static FieldLayout LayoutOf(Campaign campaign) => Layouts.GetValue(campaign, static asked => MakeLayout(asked));

    /// <summary>The name under which the hash of a field is sent.</summary>
    /// <param name="path">The field or part.</param>
    public static string NameOf(string path) => path + Suffix;

    /// <summary>The hash of a field.</summary>
    /// <param name="hashes">What the vendor sent.</param>
    /// <param name="path">The field or part.</param>
    /// <returns>Null if it was not sent.</returns>
    public static string? Sha256Of(Lead hashes, string path)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        var value = hashes.Find(NameOf(path));
        return value.IsValid ? value.TextString : null;
    }

    private static FieldLayout MakeLayout(Campaign campaign)
    {
        var operands = campaign.Duplicates.SelectMany(static plan => plan.By)
            .Concat(campaign.Suppression.SelectMany(static check => check.By)
                .Where(static source => source.Kind != SuppressionKind.Address)
                .Select(static source => source.Operand!))
            .DistinctBy(static operand => operand.Path)
            .ToList();
        var aliases = campaign.Layout.Aliases
            .Where(alias => operands.Exists(operand => operand.Part is null && operand.Path == alias.Value))
            .Select(static alias => KeyValuePair.Create(NameOf(alias.Key), NameOf(alias.Value)));
        return new(
            operands.Select(static operand =>
                new FieldDefinition(NameOf(operand.Path), Sha256Type.Instance, "The SHA-256 of the canonical value.")),
            aliases);
    }
}
