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
    private static readonly XmlWriterSettings Writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        OmitXmlDeclaration = true,
        NewLineHandling = NewLineHandling.None,
    };

    /// <summary>Writes the answer.</summary>
    /// <returns>How many bytes it takes.</returns>
    public static long Write(Answer answer, IBufferWriter<byte> to)
    {
        using var stream = new BufferStream(to);
        using (var xml = XmlWriter.Create(stream, Writing))
        {
            xml.WriteStartElement("result");
            WriteElement(xml, "outcome", OutcomeWord.Of(answer.Outcome));
            WriteReasons(xml, answer);
            if (answer.Lead is { } lead)
            {
                xml.WriteStartElement("lead");
                WriteElement(xml, "id", lead.ToString());
                xml.WriteFullEndElement();
            }

            if (answer.Outcome != Outcome.Error)
            {
                WriteElement(xml, "price", answer.Price.ToString());
            }

            WriteNames(xml, "ignored", answer.Ignored);
            WriteNames(xml, "unreadable", answer.Unreadable);
            xml.WriteFullEndElement();
        }

        return stream.Length;
    }

    private static void WriteReasons(XmlWriter xml, Answer answer)
    {
        if (answer.Outcome == Outcome.Error)
        {
            WriteElement(xml, "reason", answer.Error);
            return;
        }

        if (answer.Reasons.Count == 0)
        {
            return;
        }

        WriteElement(xml, "reason", answer.Reasons[0].Text);
        xml.WriteStartElement("reasons");
        foreach (var reason in answer.Reasons)
        {
            xml.WriteStartElement("item");
            WriteElement(xml, "code", reason.Code.ToString());
            WriteElement(xml, "text", reason.Text);
            xml.WriteFullEndElement();
        }

        xml.WriteFullEndElement();
    }

    private static void WriteNames(XmlWriter xml, string element, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return;
        }

        xml.WriteStartElement(element);
        foreach (var name in names)
        {
            WriteElement(xml, "item", name);
        }

        xml.WriteFullEndElement();
    }

    private static void WriteElement(XmlWriter xml, string name, string? text)
    {
        xml.WriteStartElement(name);
        WriteText(xml, text ?? "");
        xml.WriteFullEndElement();
    }

    private static void WriteText(XmlWriter xml, string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                at++;
            }
            else if (text[at] == '\r' || !XmlConvert.IsXmlChar(text[at]))
            {
                xml.WriteString(text[start..at]);
                start = at + 1;

                // A bare carriage return would be read as a line feed. XML 1.0 has no way to write the others: control
                // characters, lone surrogates, U+FFFE and U+FFFF.
                if (text[at] == '\r')
                {
                    xml.WriteRaw("&#13;");
                }
            }
        }

        xml.WriteString(start == 0 ? text : text[start..]);
    }
}
