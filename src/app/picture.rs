//! Drawings on the screen: an SVG, made into pixels at exactly the size that its node came out at.
//!
//! Icons are white and take their colour from [`super::theme::Ink`]. The pixels of one drawing at one
//! size are made once and kept. What is likely to be wanted next in a place can be made [`Ahead`].

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;

use bevy::asset::RenderAssetUsages;
use bevy::prelude::*;
use bevy::render::render_resource::{Extent3d, TextureDimension, TextureFormat};
use bevy::tasks::futures::check_ready;
use bevy::tasks::{AsyncComputeTaskPool, Task};
use bevy::ui::widget::NodeImageMode;
use resvg::usvg::fontdb;

use super::theme::{Ink, Tone};
use super::wake::Wake;
use crate::drawing::icon::Icon;
use crate::drawing::raster;

/// What a node shows.
#[derive(Component, Clone, Debug, PartialEq, Eq, Hash)]
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

/// Drawings that are likely to be shown next in this node's place, at its size. They are made in the
/// background once the node has its own, so that showing them costs no drawing.
#[derive(Component, Clone)]
pub struct Ahead(Vec<Arc<dyn Fn() -> String + Send + Sync>>);

impl Ahead {
    pub fn of<D: Fn() -> String + Send + Sync + 'static>(
        drawings: impl IntoIterator<Item = D>,
    ) -> Self {
        let shared = |draw| -> Arc<dyn Fn() -> String + Send + Sync> { Arc::new(draw) };
        Self(drawings.into_iter().map(shared).collect())
    }
}

/// More bytes of kept pictures are too many: start anew.
const KEEP: usize = 96 << 20;

/// More drawings than this are not made ahead at a time: whoever leafs on no longer wants the oldest.
const WAITING: usize = 12;

/// A drawing and its width and height in pixels.
type Key = (Picture, u32, u32);

/// A drawing made ahead; nothing if it is none.
type Coming = Task<Option<(Key, Vec<u8>)>>;

#[derive(Resource)]
struct Drawings {
    fonts: Arc<fontdb::Database>,
    made: HashMap<Key, Handle<Image>>,
    bytes: usize,
    /// What was shown when the drawings after it were asked for.
    foreseen: HashSet<Key>,
    /// With what was shown then; the oldest first.
    coming: VecDeque<(Key, Coming)>,
}

impl Drawings {
    fn keep(&mut self, images: &mut Assets<Image>, key: Key, pixels: Vec<u8>) -> Handle<Image> {
        if self.bytes + pixels.len() > KEEP {
            self.made.clear();
            self.foreseen.clear();
            self.bytes = 0;
        }
        self.bytes += pixels.len();
        let (_, width, height) = key;
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
        self.made.insert(key, image.clone());
        image
    }
}

pub(super) fn plugin(app: &mut App) {
    app.insert_resource(Drawings {
        fonts: raster::font_database(),
        made: HashMap::new(),
        bytes: 0,
        foreseen: HashSet::new(),
        coming: VecDeque::new(),
    });
    app.add_systems(
        PostUpdate,
        (size_up, arrive, draw, foresee)
            .chain()
            .after(bevy::ui::UiSystems::Layout),
    );
}

/// A node's size in whole pixels; nothing if it has none.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a node's size is not negative and far below 2^32"
)]
fn pixels_of(node: &ComputedNode) -> Option<(u32, u32)> {
    let size = node.size();
    let (width, height) = (size.x.round() as u32, size.y.round() as u32);
    (width > 0 && height > 0).then_some((width, height))
}

/// Keeps what was made ahead since.
fn arrive(mut drawings: ResMut<Drawings>, mut images: ResMut<Assets<Image>>) {
    let drawings = drawings.bypass_change_detection();
    let mut made = Vec::new();
    drawings.coming.retain_mut(|(_, task)| {
        let done = check_ready(task);
        let pending = done.is_none();
        made.extend(done.flatten());
        pending
    });
    for (key, pixels) in made {
        if !drawings.made.contains_key(&key) {
            drawings.keep(&mut images, key, pixels);
        }
    }
}

/// Has what is likely to come next made in the background.
fn foresee(
    mut drawings: ResMut<Drawings>,
    nodes: Query<(&Ahead, &Picture, &ComputedNode), Or<(Changed<Ahead>, Changed<ComputedNode>)>>,
) {
    for (ahead, picture, node) in &nodes {
        let Some((width, height)) = pixels_of(node) else {
            continue;
        };
        let shown = (picture.clone(), width, height);
        // Its own drawing comes first.
        if !drawings.made.contains_key(&shown) || !drawings.foreseen.insert(shown.clone()) {
            continue;
        }
        let known: Arc<HashSet<Key>> = Arc::new(drawings.made.keys().cloned().collect());
        for draw in &ahead.0 {
            let (draw, fonts) = (Arc::clone(draw), Arc::clone(&drawings.fonts));
            let known = Arc::clone(&known);
            let task = AsyncComputeTaskPool::get().spawn(async move {
                let svg: Arc<str> = draw().into();
                let key = (Picture::Svg(Arc::clone(&svg)), width, height);
                if known.contains(&key) {
                    return None;
                }
                let pixels = raster::raster(&svg, width, height, &fonts)?;
                Some((key, pixels))
            });
            drawings.coming.push_back((shown.clone(), task));
        }
    }
    while drawings.coming.len() > WAITING {
        // Dropped, it is not begun any more; shown again, it is asked for again.
        if let Some((shown, _)) = drawings.coming.pop_front() {
            drawings.foreseen.remove(&shown);
        }
    }
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
        let Some((width, height)) = pixels_of(node) else {
            continue;
        };
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
        shown.image = drawings.keep(&mut images, key, pixels);
        wake.soon();
    }
}
