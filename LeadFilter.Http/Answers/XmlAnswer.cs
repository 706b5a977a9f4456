using System.Buffers;
using System.Text;
using System.Xml;
using LeadFilter.Pipeline.Intake;

namespace LeadFilter.Http.Answers;

/// <summary>
/// An answer in XML: the names of the JSON shape as elements under <c>result</c>, each member of a list an <c>item</c>.
/// </summary>
internal static class XmlAnswer
{
    /// <summary>Writes the answer.</summary>
    /// <returns>How many bytes it takes.</returns>
    public static long Write(Answer answer, IBufferWriter<byte> to)
    {
        var xml = new StringBuilder("<result>");
        Element(xml, "outcome", OutcomeWord.Of(answer.Outcome));
        AppendReasons(xml, answer);
        if (answer.Lead is { } lead)
        {
            xml.Append("<lead>");
            Element(xml, "id", lead.ToString());
            xml.Append("</lead>");
        }

        if (answer.Outcome != Outcome.Error)
        {
            Element(xml, "price", answer.Price.ToString());
        }

        AppendIgnored(xml, answer.Ignored);
        xml.Append("</result>");
        return Encoding.UTF8.GetBytes(xml.ToString(), to);
    }

    private static void AppendReasons(StringBuilder xml, Answer answer)
    {
        if (answer.Outcome == Outcome.Error)
        {
            Element(xml, "reason", answer.Error);
            return;
        }

        if (answer.Reasons.Count == 0)
        {
            return;
        }

        Element(xml, "reason", answer.Reasons[0].Text);
        xml.Append("<reasons>");
        foreach (var reason in answer.Reasons)
        {
            xml.Append("<item>");
            Element(xml, "code", reason.Code.ToString());
            Element(xml, "text", reason.Text);
            xml.Append("</item>");
        }

        xml.Append("</reasons>");
    }

    private static void AppendIgnored(StringBuilder xml, IReadOnlyList<string> ignored)
    {
        if (ignored.Count == 0)
        {
            return;
        }

        xml.Append("<ignored>");
        foreach (var name in ignored)
        {
            Element(xml, "item", name);
        }

        xml.Append("</ignored>");
    }

    private static void Element(StringBuilder xml, string name, string? text)
    {
        xml.Append('<').Append(name).Append('>');
        AppendText(xml, text);
        xml.Append("</").Append(name).Append('>');
    }

    private static void AppendText(StringBuilder xml, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '&':
                    xml.Append("&amp;");
                    break;
                case '<':
                    xml.Append("&lt;");
                    break;
                case '>':
                    xml.Append("&gt;");
                    break;

                // A bare carriage return would be read as a line feed.
                case '\r':
                    xml.Append("&#13;");
                    break;
                case var high when char.IsHighSurrogate(high) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]):
                    xml.Append(high).Append(text[++i]);
                    break;

                // XML 1.0 has no way to write the rest: control characters, lone surrogates, U+FFFE and U+FFFF.
                case var plain when XmlConvert.IsXmlChar(plain):
                    xml.Append(plain);
                    break;
            }
        }
    }
}
