namespace LeadFilter.Benchmarks.Plots;

/// <summary>A line in a plot.</summary>
/// <param name="Name">What stands in the legend.</param>
/// <param name="Points">Its points, from left to right.</param>
/// <param name="Colour">Which colour, from 0.</param>
/// <param name="IsDashed">Whether it is dashed.</param>
internal sealed record PlotSeries(string Name, IReadOnlyList<(double X, double Y)> Points, int Colour, bool IsDashed = false);
