using LeadFilter.Core.Suppression;

namespace LeadFilter.Pipeline.Suppression;

/// <summary>Which kinds of entries a list has or had, and in which forms they came: what need not be looked for is not.</summary>
public readonly record struct SuppressionForms
{
    private const int FormCount = 3;

    private readonly int bits;

    private SuppressionForms(int bits) => this.bits = bits;

    /// <summary>Every kind in every form.</summary>
    public static SuppressionForms All { get; } = new(-1);

    /// <summary>Whether it has a kind in a form.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="form">The form.</param>
    public bool Has(SuppressionKind kind, SuppressionForm form) => (bits & BitOf(kind, form)) != 0;

    /// <summary>The same with one more.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="form">The form.</param>
    public SuppressionForms With(SuppressionKind kind, SuppressionForm form) => new(bits | BitOf(kind, form));

    /// <summary>Reads what <see cref="ToString"/> wrote; words of a newer version are passed over.</summary>
    /// <param name="text">The text.</param>
    public static SuppressionForms Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var forms = default(SuppressionForms);
        foreach (var word in text.Split(' '))
        {
            if (word.Split(':') is [var kindName, var formName]
                && SuppressionKindName.TryParse(kindName, out var kind)
                && SuppressionFormName.TryParse(formName, out var form))
            {
                forms = forms.With(kind, form);
            }
        }

        return forms;
    }

    /// <summary>The kinds and forms: <c>email:plain email:md5</c>.</summary>
    public override string ToString()
    {
        var self = this;
        return string.Join(' ', Enum.GetValues<SuppressionKind>()
            .SelectMany(kind => Enum.GetValues<SuppressionForm>().Select(form => (kind, form)))
            .Where(one => self.Has(one.kind, one.form))
            .Select(one => $"{SuppressionKindName.Of(one.kind)}:{SuppressionFormName.Of(one.form)}"));
    }

    private static int BitOf(SuppressionKind kind, SuppressionForm form) => 1 << (((int)kind * FormCount) + (int)form);
}
