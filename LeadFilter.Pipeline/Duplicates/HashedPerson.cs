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
    private const string Identity = "identity";

    private static readonly ConditionalWeakTable<Campaign, FieldLayout> Layouts = [];

    /// <summary>
    /// The fields of a campaign: one for each field or part by which it recognizes duplicates or asks suppression lists, also under
    /// its aliases. Beside them are the other forms of the same fields, so that a hash of another form is noticed.
    /// </summary>
    /// <param name="campaign">The campaign.</param>
    public static FieldLayout LayoutOf(Campaign campaign) => Layouts.GetValue(campaign, static asked => MakeLayout(asked));

    /// <summary>The names of the hashes that the campaign compares.</summary>
    /// <param name="campaign">The campaign.</param>
    public static IEnumerable<string> NamesOf(Campaign campaign) => OperandsOf(campaign)
        .Select(static operand => operand.Path)
        .Concat(campaign.Suppression.SelectMany(static check => check.By).SelectMany(static source => PathsOf(source)))
        .Distinct(StringComparer.Ordinal)
        .Select(static path => NameOf(path));

    /// <summary>The name under which the hash of a field is sent.</summary>
    /// <param name="path">The field or part.</param>
    public static string NameOf(string path) => path + Suffix;

    /// <summary>
    /// What a suppression list compares: first what is needed for a "no". Entries that came in plain text stand under the mailbox;
    /// entries that came as hashes may be those of the whole address.
    /// </summary>
    /// <param name="source">What the list is asked for.</param>
    /// <returns>Fields or parts; none if it cannot be asked for by a hash.</returns>
    public static IReadOnlyList<string> PathsOf(SuppressionSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Kind switch
        {
            SuppressionKind.Address => [],
            SuppressionKind.Email => [$"{source.Path}.{Identity}", source.Path],
            _ => [source.Path],
        };
    }

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

    /// <summary>Whether a hash of a field or of one of its parts was sent.</summary>
    /// <param name="hashes">What the vendor sent.</param>
    /// <param name="field">The whole field's name.</param>
    public static bool IsAskedBy(Lead hashes, string field)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        var (whole, parts) = (NameOf(field), field + ".");
        for (var slot = 0; slot < hashes.Layout.Fields.Count; slot++)
        {
            var name = hashes.Layout.Fields[slot].Name;
            if (hashes[slot].IsValid && (name == whole || name.StartsWith(parts, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<FieldOperand> OperandsOf(Campaign campaign) => campaign.Duplicates
        .SelectMany(static plan => plan.By)
        .Concat(campaign.Suppression.SelectMany(static check => check.By).Select(static source => source.Operand).OfType<FieldOperand>());

    private static FieldLayout MakeLayout(Campaign campaign)
    {
        var operands = OperandsOf(campaign).ToList();
        var domains = campaign.Suppression.SelectMany(static check => check.By)
            .Where(static source => source.Kind == SuppressionKind.Domain)
            .Select(static source => source.Path);
        var persons = operands.ExceptBy(domains, static operand => operand.Path).ToList();
        var names = NamesOf(campaign)
            .Concat(persons.Select(static operand => NameOf(operand.FieldName)))
            .Concat(persons
                .Where(static operand => operand.Part is null && operand.Type.Parts.Any(static part => part.Name == Identity))
                .Select(static operand => NameOf($"{operand.Path}.{Identity}")))
            .Distinct(StringComparer.Ordinal)
            .Take(FieldLayout.MaxFields)
            .ToList();
        var aliases =
            from alias in campaign.Layout.Aliases
            from name in names
            where name == NameOf(alias.Value) || name.StartsWith(alias.Value + ".", StringComparison.Ordinal)
            select KeyValuePair.Create(alias.Key + name[alias.Value.Length..], name);
        return new(
            names.Select(static name => new FieldDefinition(name, Sha256Type.Instance, "The SHA-256 of the canonical value.")),
            aliases);
    }
}
