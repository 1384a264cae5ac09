//! Drawings on the screen: an SVG, made into pixels at exactly the size that its node came out at.
//!
//! Icons are white and take their colour from [`super::theme::Ink`]. The pixels of one drawing at one
//! size are made once and kept.

use std::collections::BTreeMap;
use std::sync::Arc;

use bevy::asset::RenderAssetUsages;
use bevy::prelude::*;
use bevy::render::render_resource::{Extent3d, TextureDimension, TextureFormat};
use bevy::ui::widget::NodeImageMode;
use resvg::usvg::fontdb;

use super::theme::{Ink, Tone};
use super::wake::Wake;
use crate::drawing::icon::Icon;
use crate::drawing::raster;

/// What a node shows.
#[derive(Component, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[require(ImageNode = stretched())]
pub enum Picture {
    Icon(Icon),
    /// A whole drawing, stretched over the node.
    Svg(Arc<str>),
}

fn stretched() -> ImageNode {
    ImageNode {
        image_mode: NodeImageMode::Stretch,
        ..default()
    }
}

/// An icon of `px` logical pixels.
pub fn icon(icon: Icon, size: f32, tone: Tone) -> impl Bundle {
    (
        Picture::Icon(icon),
        Node {
            width: px(size),
            height: px(size),
            flex_shrink: 0.0,
            ..default()
        },
        // The logo has its own colours.
        Ink(if icon == Icon::Logo { Tone::Ring } else { tone }),
    )
}

/// A drawing of this size.
pub fn drawing(svg: impl Into<Arc<str>>, width: f32, height: f32) -> impl Bundle {
    (
        Picture::Svg(svg.into()),
        Node {
            width: px(width),
            height: px(height),
            flex_shrink: 0.0,
            ..default()
        },
    )
}

/// What draws a node at whatever size the layout gives it, in logical pixels.
#[derive(Component, Clone)]
#[require(Picture = Picture::Svg("".into()))]
pub struct Sketch(Arc<dyn Fn(f32, f32) -> String + Send + Sync>);

/// A drawing made for the size that its node comes out at.
pub fn sketch(
    node: Node,
    draw: impl Fn(f32, f32) -> String + Send + Sync + 'static,
) -> impl Bundle {
    (Sketch(Arc::new(draw)), node)
}

/// More than this many kept pictures are too many: start anew.
const KEEP: usize = 256;

#[derive(Resource)]
struct Drawings {
    fonts: Arc<fontdb::Database>,
    made: BTreeMap<(Picture, u32, u32), Handle<Image>>,
}

pub(super) fn plugin(app: &mut App) {
    app.insert_resource(Drawings {
        fonts: raster::font_database(),
        made: BTreeMap::new(),
    });
    app.add_systems(
        PostUpdate,
        (size_up, draw).chain().after(bevy::ui::UiSystems::Layout),
    );
}

type Sketched<'a> = (&'a Sketch, &'a ComputedNode, &'a mut Picture);

/// Draws sketches at the size that they have now.
fn size_up(mut nodes: Query<Sketched, Or<(Changed<Sketch>, Changed<ComputedNode>)>>) {
    for (sketch, node, mut picture) in &mut nodes {
        let size = node.size() * node.inverse_scale_factor;
        if size.x >= 1.0 && size.y >= 1.0 {
            picture.set_if_neq(Picture::Svg((sketch.0)(size.x, size.y).into()));
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a node's size is not negative and far below 2^32"
)]
fn draw(
    mut drawings: ResMut<Drawings>,
    mut images: ResMut<Assets<Image>>,
    mut wake: ResMut<Wake>,
    mut nodes: Query<
        (&Picture, &ComputedNode, &mut ImageNode),
        Or<(Changed<Picture>, Changed<ComputedNode>)>,
    >,
) {
    for (picture, node, mut shown) in &mut nodes {
        let size = node.size();
        let (width, height) = (size.x.round() as u32, size.y.round() as u32);
        if width == 0 || height == 0 {
            continue;
        }
        let key = (picture.clone(), width, height);
        if let Some(image) = drawings.made.get(&key) {
            if shown.image != *image {
                shown.image = image.clone();
            }
            continue;
        }
        let white;
        let svg = match picture {
            Picture::Icon(icon) => {
                white = icon.svg("#ffffff");
                white.as_str()
            }
            Picture::Svg(svg) => svg,
        };
        let Some(pixels) = raster::raster(svg, width, height, &drawings.fonts) else {
            continue;
        };
        let image = images.add(Image::new(
            Extent3d {
                width,
                height,
                depth_or_array_layers: 1,
            },
            TextureDimension::D2,
            pixels,
            TextureFormat::Rgba8UnormSrgb,
            RenderAssetUsages::RENDER_WORLD,
        ));
        if drawings.made.len() >= KEEP {
            drawings.made.clear();
        }
        drawings.made.insert(key, image.clone());
        shown.image = image;
        wake.soon();
    }
}
