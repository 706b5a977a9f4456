using System.Runtime.InteropServices;

namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>A word that streets are written with.</summary>
/// <param name="Text">The word in small letters.</param>
/// <param name="Short">What it becomes in an identity; the word itself if it has no abbreviation.</param>
/// <param name="ShortInUnit">What it becomes in a house number or a flat.</param>
/// <param name="Kind">What it may be.</param>
/// <param name="Place">Its place among all of them.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StreetWord(string Text, string Short, string ShortInUnit, StreetWordKind Kind, short Place);
