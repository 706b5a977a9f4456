namespace LeadFilter.Core.Leads;

/// <summary>What a lead draws. The same lead always draws the same.</summary>
public interface ILeadDraws
{
    /// <summary>The number that the lead draws: from 0 to less than <see cref="Draw.Whole"/>.</summary>
    /// <param name="draw">The draw.</param>
    /// <returns>Null if it draws none: nobody knows whose lead it is, or what it would draw.</returns>
    double? Of(Draw draw);
}
