using System.Runtime.InteropServices;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>An entry of a budget: that a lead takes a part of it, or gives it back.</summary>
/// <param name="Number">Its number, from 0: there are no gaps.</param>
/// <param name="Lead">The id of the lead.</param>
/// <param name="Amount">What it takes, in <see cref="Core.Capacity.CapLimit.Parts"/>; less than 0 for what it gives back.</param>
/// <param name="Total">What is taken after this entry: the sum of all up to it.</param>
/// <param name="Returns">The number of the entry that is given back; null for one that takes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BudgetEntry(int Number, string Lead, long Amount, long Total, int? Returns);
