using LeadFilter.Core.Suppression;

namespace LeadFilter.Core.OptOuts;

/// <summary>How a campaign heeds opt-outs.</summary>
/// <param name="Check">For what of a lead the built-in list is asked; null if the campaign does not ask it.</param>
/// <param name="Undelivered">What becomes of a bought lead whose person opts out before it is delivered.</param>
public sealed record OptOutPlan(SuppressionCheck? Check, UndeliveredLead Undelivered)
{
    /// <summary>The name of the built-in list.</summary>
    public const string ListName = "opt-outs";

    /// <summary>A campaign that does not ask.</summary>
    public static OptOutPlan None { get; } = new(null, UndeliveredLead.Mark);

    /// <summary>The built-in list.</summary>
    public static SuppressionListId List { get; } = SuppressionListId.TryParse(ListName, out var list) ? list : default;
}
