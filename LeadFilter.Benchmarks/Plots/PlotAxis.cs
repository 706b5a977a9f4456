namespace LeadFilter.Benchmarks.Plots;

/// <summary>An axis of a plot.</summary>
/// <param name="Title">What it shows, with the unit.</param>
/// <param name="IsLogarithmic">Whether equal ratios have equal lengths; then <paramref name="From"/> is over 0.</param>
/// <param name="From">Its least value.</param>
/// <param name="To">Its greatest value.</param>
/// <param name="Ticks">Where there is a line across the plot, and what stands there.</param>
internal sealed record PlotAxis(string Title, bool IsLogarithmic, double From, double To, IReadOnlyList<(double At, string Label)> Ticks)
{
    /// <summary>Where a value lies: 0 at the beginning of the axis, 1 at its end.</summary>
    /// <param name="value">The value.</param>
    public double Share(double value)
    {
        var share = IsLogarithmic ? Math.Log(value / From) / Math.Log(To / From) : (value - From) / (To - From);
        return Math.Clamp(share, 0, 1);
    }

    /// <summary>An axis from 0 with about five ticks.</summary>
    /// <param name="title">What it shows, with the unit.</param>
    /// <param name="most">The greatest value to show, over 0.</param>
    public static PlotAxis Linear(string title, double most)
    {
        var rough = most / 5;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = new[] { 1, 2, 5, 10 }.Select(factor => factor * power).First(size => size >= rough);
        var end = Math.Ceiling(most / step) * step;
        return new(
            title,
            false,
            0,
            end,
            [.. Enumerable.Range(0, (int)Math.Round(end / step) + 1).Select(tick => (tick * step, $"{tick * step:0.##}"))]);
    }

    /// <summary>A logarithmic axis with a tick at 1, 2 and 5 of each power of ten.</summary>
    /// <param name="title">What it shows, with the unit.</param>
    /// <param name="least">The least value to show, over 0.</param>
    /// <param name="most">The greatest value to show.</param>
    public static PlotAxis Logarithmic(string title, double least, double most)
    {
        var steps = Enumerable.Range(-9, 19).SelectMany(power => new[] { 1, 2, 5 }.Select(factor => factor * Math.Pow(10, power))).ToList();
        var from = steps.Last(step => step <= least);
        var to = steps.First(step => step >= most && step > from);
        return new(title, true, from, to, [.. steps.Where(step => step >= from && step <= to).Select(step => (step, $"{step:0.######}"))]);
    }
}
