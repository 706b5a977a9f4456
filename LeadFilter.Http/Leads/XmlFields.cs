using System.Text;
using System.Xml;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Problems;

namespace LeadFilter.Http.Leads;

/// <summary>One pass over an XML body.</summary>
/// <param name="reader">The document, at its beginning.</param>
/// <param name="draft">Where its fields go.</param>
/// <param name="names">Room for <see cref="FieldPath.MaxLength"/> characters.</param>
/// <param name="starts">Room for <see cref="FieldPath.MaxDepth"/> numbers.</param>
internal ref struct XmlFields(XmlReader reader, LeadDraft draft, Span<char> names, Span<int> starts)
{
    private static readonly Problem Mixed = Problem.UnreadableBody(
        "The XML has text beside elements. Send each field as its own element under the root: <lead><email>…</email></lead>.");

    private readonly StringBuilder text = new();
    private FieldPath path = new(names, starts);
    private bool hasNoChild;

    /// <summary>Adds all fields to the draft.</summary>
    /// <returns>What is wrong, or null.</returns>
    /// <exception cref="XmlException">The body is not XML, or has a document type.</exception>
    public Problem? ReadAll()
    {
        while (reader.Read())
        {
            if (ReadNode() is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private Problem? ReadNode()
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                return Open();
            case XmlNodeType.EndElement:
                return Close();
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                text.Append(reader.Value);
                return null;
            default:
                return null;
        }
    }

    private Problem? Open()
    {
        if (DropText() is { } problem)
        {
            return problem;
        }

        if (reader.Depth > 0 && (reader.Depth >= FieldPath.MaxDepth || !path.TryPush(reader.LocalName)))
        {
            return Skip();
        }

        hasNoChild = true;
        return reader.IsEmptyElement ? Close() : null;
    }

    private Problem? Close()
    {
        if (reader.Depth == 0)
        {
            return DropText();
        }

        var problem = hasNoChild ? ReadField.AddTo(draft, path.Name, text.ToString()) : DropText();
        text.Clear();
        hasNoChild = false;
        path.Pop();
        return problem;
    }

    /// <summary>Skips an element whose name no campaign can know: it is nested too deep, or too long.</summary>
    private Problem? Skip()
    {
        var name = path.With(reader.LocalName);
        var content = new StringBuilder();
        if (!reader.IsEmptyElement)
        {
            for (var depth = reader.Depth; reader.Read() && reader.Depth > depth;)
            {
                content.Append(reader.LocalName).Append(' ').Append(reader.Value).Append(' ');
            }
        }

        hasNoChild = false;
        return ReadField.Ignore(draft, name, Encoding.UTF8.GetBytes(content.ToString()));
    }

    /// <summary>Drops white space beside elements. Other text there is noted, but not where it could be meant for a field.</summary>
    private readonly Problem? DropText()
    {
        var beside = text.ToString();
        text.Clear();
        return string.IsNullOrWhiteSpace(beside) ? null
            : path.Depth == 0 || draft.Knows(path.Name) ? Mixed
            : ReadField.Ignore(draft, path.Name.ToString(), Encoding.UTF8.GetBytes(beside));
    }
}
