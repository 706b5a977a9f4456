using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Fields.Flags;
using LeadFilter.Core.Files;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Facts;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Reads the sections <c>fields</c> and <c>aliases</c>.</summary>
internal sealed class LayoutReader(MistakeList mistakes)
{
    private const int MaxOwnFields = 100;
    private const int MaxNameLength = 64;
    private const int MaxWords = 200;

    /// <summary>Reads the layout.</summary>
    /// <param name="locale">Where the campaign's people live, and how they write.</param>
    /// <param name="fieldsNode">The section <c>fields</c>.</param>
    /// <param name="aliasesNode">The section <c>aliases</c>.</param>
    /// <param name="lookedUp">The fields that other sections have looked up; vendors cannot send them.</param>
    public FieldLayout Read(Locale locale, FileNode? fieldsNode, FileNode? aliasesNode, IReadOnlyList<FieldDefinition> lookedUp)
    {
        var fields = new List<FieldDefinition>(StandardFields.All.Select(field => field with { Type = field.Type.In(locale) }));
        var names = new HashSet<string>(fields.Select(field => field.Name), StringComparer.OrdinalIgnoreCase);
        foreach (var (name, node) in fieldsNode.AsObject(mistakes)?.Members ?? [])
        {
            if (IsName(name, node) && ReadType(node) is { } type && IsFree(name, node, names))
            {
                fields.Add(new(name, type.In(locale), "A field of this campaign."));
            }
        }

        if (fields.Count - StandardFields.All.Count > MaxOwnFields)
        {
            mistakes.Add(fieldsNode!, $"there are more than {MaxOwnFields} own fields", "Declare only those that rules or the CRM need");
        }

        if (fields.Count + lookedUp.Count > FieldLayout.MaxFields)
        {
            mistakes.Add(
                1,
                1,
                "$",
                $"the campaign has {fields.Count + lookedUp.Count} fields with those that it looks up",
                $"Keep them to {FieldLayout.MaxFields}: declare fewer fields, or name fewer facts of look-ups");
        }

        var targets = new FieldLayout([.. fields, .. lookedUp], []);
        var aliases = new List<KeyValuePair<string, string>>();
        foreach (var (alias, node) in aliasesNode.AsObject(mistakes)?.Members ?? [])
        {
            if (!IsAlias(alias, node) || node.AsText(mistakes) is not { } name)
            {
                continue;
            }

            if (!targets.TryFind(name, out _))
            {
                var closest = Suggestion.Closest(name, [.. fields.Select(field => field.Name)]);
                mistakes.Add(
                    node,
                    $"there is no field '{name}'",
                    closest is null
                        ? "Name a standard field (docs/fields.md) or one under \"fields\""
                        : $"Write '{closest}' if you meant that");
            }
            else if (IsFree(NameSpelling.Of(alias), node, names))
            {
                aliases.Add(new(NameSpelling.Of(alias), name));
            }
        }

        RefuseDerivedNames(targets, fieldsNode);
        RefuseDerivedNames(targets, aliasesNode);
        return new([.. fields, .. lookedUp.Select(field => field with { Type = field.Type.In(locale) })], aliases);
    }

    /// <summary>A name that hid <c>email.domain</c> or <c>age_seconds</c> would let a vendor send what is to be derived.</summary>
    private void RefuseDerivedNames(FieldLayout layout, FileNode? section)
    {
        foreach (var (written, node) in section?.Members ?? [])
        {
            var name = written.Length <= NameSpelling.MaxLength ? NameSpelling.Of(written) : written;
            var dot = name.LastIndexOf('.');
            if (StandardFields.Shorthands.ContainsKey(name)
                || LeadFacts.TryFind(name, out _)
                || layout.TryFindLookedUp(name, out _)
                || (dot > 0
                    && layout.TryFind(name.AsSpan(0, dot), out var slot)
                    && layout.Fields[slot].Type.Parts.Any(part => part.Name.Equals(name[(dot + 1)..], StringComparison.OrdinalIgnoreCase))))
            {
                mistakes.Add(node, $"'{name}' is derived from another field already", "Choose another name");
            }
        }
    }

    private FieldType? ReadType(FileNode node) => node.Kind == FileNodeKind.Object ? ReadWordedType(node) : ReadPlainType(node);

    /// <summary>A type with what the answers of the campaign's form mean.</summary>
    private FieldType? ReadWordedType(FileNode node)
    {
        node.OnlyKeys(mistakes, "type", "true", "false");
        var type = node.Required("type", mistakes, "Add \"type\": \"boolean\"") is { } named ? ReadPlainType(named) : null;
        var (yes, no) = (ReadWords(node.Find("true")), ReadWords(node.Find("false")));
        if (type is null or BooleanType)
        {
            foreach (var (word, item) in no.Where(one => yes.ContainsKey(one.Key)))
            {
                mistakes.Add(item, $"'{word}' means true and false", "Keep it in one of the two lists");
            }

            return type is null ? null : BooleanType.With(yes.Keys, no.Keys);
        }

        if ((node.Find("true") ?? node.Find("false")) is { } odd)
        {
            mistakes.Add(odd, $"a {type.Name} is neither true nor false", "Write \"type\": \"boolean\", or remove this key");
        }

        return type;
    }

    private Dictionary<string, FileNode> ReadWords(FileNode? list)
    {
        var words = new Dictionary<string, FileNode>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in list.AsArray(mistakes))
        {
            if (item.AsText(mistakes) is not { } text)
            {
                continue;
            }

            var word = BooleanType.WordOf(text);
            if (word.Length is 0 or > BooleanType.MaxLength)
            {
                mistakes.Add(
                    item, "this answer is empty or too long", $"Write an answer of the form, of 1 to {BooleanType.MaxLength} characters");
            }
            else if (!words.TryAdd(word, item))
            {
                mistakes.Add(item, $"'{word}' stands here twice", "Keep one of the two");
            }
        }

        if (words.Count > MaxWords)
        {
            mistakes.Add(list!, $"there are {words.Count} answers", $"Write at most {MaxWords}");
        }

        return words;
    }

    private FieldType? ReadPlainType(FileNode node)
    {
        var names = FieldTypes.All.Select(type => type.Name).ToArray();
        return node.AsWord(mistakes, names) is { } name && FieldTypes.TryFind(name, out var type) ? type : null;
    }

    private bool IsName(string name, FileNode node)
    {
        var isName = name.Length is > 0 and <= MaxNameLength && name[0] != '.' && name[^1] != '.';
        foreach (var c in name)
        {
            isName &= char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' or ' ';
        }

        if (!isName)
        {
            mistakes.Add(
                node,
                $"'{name}' is not a valid field name",
                $"Write 1 to {MaxNameLength} letters, digits, '_', '-', '.' or spaces, with no '.' at an end");
        }

        return isName;
    }

    /// <summary>
    /// An alias is whatever a vendor's form calls a field: <c>contact[email]</c>, <c>Prénom</c>, <c>What is your ZIP code?</c>.
    /// </summary>
    private bool IsAlias(string alias, FileNode node)
    {
        var isAlias = alias.Length <= NameSpelling.MaxLength
            && NameSpelling.Of(alias) is { Length: > 0 } path && path[0] != '.' && path[^1] != '.';
        foreach (var c in alias)
        {
            isAlias &= !char.IsControl(c) && !char.IsSurrogate(c);
        }

        if (!isAlias)
        {
            mistakes.Add(
                node,
                $"'{alias}' is not a name under which a field can be sent",
                $"Write 1 to {NameSpelling.MaxLength} characters, with no '.' at an end and no control characters or emoji");
        }

        return isAlias;
    }

    private bool IsFree(string name, FileNode node, HashSet<string> names)
    {
        var free = names.Add(name);
        if (!free)
        {
            mistakes.Add(node, $"'{name}' is a field or alias already", "Choose another name, or remove this one");
        }

        return free;
    }
}
