package com.example.plain;

/** Stands for what the processor generates. */
final class CompiledModel extends Model {}
