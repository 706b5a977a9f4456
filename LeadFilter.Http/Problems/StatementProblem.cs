namespace LeadFilter.Http.Problems;

/// <summary>Protocol errors of those who ask for a statement.</summary>
public static class StatementProblem
{
    /// <summary>404: the campaign never bought anything from a vendor of that name.</summary>
    public static Problem UnknownVendor { get; } = new()
    {
        Status = 404,
        Code = "unknown-vendor",
        Title = "No such vendor",
        Detail = "The vendor has no contract in this campaign, and nothing was bought from it in that month. Check the spelling of its id.",
    };

    /// <summary>410: what is asked for was deleted by its age.</summary>
    /// <param name="days">For how many days decisions are kept.</param>
    public static Problem NoLongerKept(int days) => new()
    {
        Status = 410,
        Code = "no-longer-kept",
        Title = "No longer kept",
        Detail = $"Decisions are kept for {days} days, so this month can no longer be counted in full. Ask for a later one.",
    };
}
