using System.Text;
using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Campaigns.Lookups;

/// <summary>A text with places for fields of a lead, such as <c>/v1/phones/{phone_1.national}</c>.</summary>
/// <param name="parts">Its parts in order.</param>
public sealed class LeadTemplate(IReadOnlyList<TemplatePart> parts)
{
    /// <summary>Its parts in order.</summary>
    public IReadOnlyList<TemplatePart> Parts { get; } = parts;

    /// <summary>The field, if the text is one field and nothing else; else null.</summary>
    public FieldOperand? Single { get; } = parts is [{ Field: { } only }] ? only : null;

    /// <summary>Whether any field stands in it.</summary>
    public bool HasFields { get; } = parts.Any(static part => part.Field is not null);

    /// <summary>Writes it for a lead, each valid field in its canonical form.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="encode">Makes a field's text harmless where the text goes.</param>
    /// <param name="text">The text; empty unless written.</param>
    public TemplateResult Write(Lead lead, Func<string, string> encode, out string text)
    {
        ArgumentNullException.ThrowIfNull(encode);
        text = "";
        var written = new StringBuilder();
        foreach (var part in Parts)
        {
            if (part.Field is not { } field)
            {
                written.Append(part.Literal);
                continue;
            }

            var value = field.Read(lead);
            if (!value.IsValid)
            {
                return part.IsOptional ? TemplateResult.LeftOut : TemplateResult.Missing;
            }

            written.Append(encode(field.Type.CanonicalText(in value)));
        }

        text = written.ToString();
        return TemplateResult.Written;
    }
}
