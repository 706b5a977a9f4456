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
                return Open() ?? (reader.IsEmptyElement ? Close() : null);
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
        var problem = DropWhiteSpace();
        hasNoChild = true;
        if (problem is not null || reader.Depth == 0)
        {
            return problem;
        }

        if (reader.Depth >= FieldPath.MaxDepth)
        {
            return FieldPath.TooDeep;
        }

        return path.TryPush(reader.LocalName) ? null : FieldPath.TooLong;
    }

    private Problem? Close()
    {
        if (reader.Depth == 0)
        {
            return DropWhiteSpace();
        }

        var problem = hasNoChild ? ReadField.AddTo(draft, path.Name, text.ToString()) : DropWhiteSpace();
        text.Clear();
        hasNoChild = false;
        path.Pop();
        return problem;
    }

    private readonly Problem? DropWhiteSpace()
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                return Mixed;
            }
        }

        text.Clear();
        return null;
    }
}
